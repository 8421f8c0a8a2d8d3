import type { Page } from "playwright-core";

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** What a screen reader says of a node; other properties tell how the tree was made. */
const STATES = ["level", "expanded", "pressed", "checked", "disabled", "invalid", "readonly", "busy", "live"];
/** They matter when they are off, too. */
const SWITCHES = ["expanded", "pressed", "checked"];
/** They add nothing to what they hold. */
const TRANSPARENT = ["none", "generic", "paragraph", "strong", "DescriptionList"];
/** What they hold is said already, as the name of themselves or of a control. */
const SAID = ["button", "link", "term", "combobox", "searchbox", "textbox", "checkbox", "radio", "DisclosureTriangle", "Legend", "rowheader", "columnheader"];
const ROLES: Readonly<Record<string, string>> = { DisclosureTriangle: "summary" };

const words = (value: { readonly value?: unknown } | undefined) => String(value?.value ?? "").replace(/\s+/g, " ").trim();

function statesOf({ properties = [] }: Node, role: string): string[] {
  return properties.flatMap(({ name, value: { value } }) => {
    const isOff = value === false || value === "false" || value === "off";
    if (!STATES.includes(name) || (isOff && !SWITCHES.includes(name)) || (name === "level" && role !== "heading")) return [];
    return [value === true || value === "true" ? name : isOff ? `not ${name}` : `${name} ${String(value)}`];
  });
}

function lineOf(node: Node): string {
  const role = words(node.role);
  // The name of a cell is what it holds.
  const [name, value, description] = [role === "cell" ? "" : words(node.name), words(node.value), words(node.description)];
  const said = [...statesOf(node, role), ...(value ? [`value “${value}”`] : []), ...(description ? [`described by “${description}”`] : [])];
  return [`${ROLES[role] ?? role}${name && ` “${name}”`}`, ...said].join(", ");
}

/**
 * The accessibility tree of the finder, as the browser hands it to screen readers (Chrome DevTools Protocol, `Accessibility.getFullAXTree`).
 * A line is a node, `role “name”, states`, or text; what it holds stands below it, further in.
 */
export async function spokenTree(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const childrenOf = ({ childIds = [] }: Node) => childIds.flatMap((id) => byId.get(id) ?? []);

  function linesOf(node: Node, depth: number, above = ""): string[] {
    const [role, name] = [words(node.role), words(node.name)];
    const inner = (by: number, of = above) => childrenOf(node).flatMap((child) => linesOf(child, depth + by, of));
    if (node.ignored || TRANSPARENT.includes(role)) return inner(0);
    if (role === "StaticText") return name && name !== above ? [`${"  ".repeat(depth)}${name}`] : [];
    // A label is the name of its control: of the two, the control is told.
    if (role === "LabelText") return inner(0).filter((line) => line.includes("“"));
    if (role === "ListMarker" || role === "LineBreak" || role === "Legend") return [];
    const own = `${"  ".repeat(depth)}${lineOf(node)}`;
    return SAID.includes(role) ? [own] : [own, ...inner(1, name)];
  }

  const main = nodes.find(({ role }) => words(role) === "main");
  const lines = main ? childrenOf(main).flatMap((child) => linesOf(child, 0)) : [];
  return `${lines.slice(lines.findIndex((line) => line.startsWith("heading “Find"))).join("\n")}\n`;
}
