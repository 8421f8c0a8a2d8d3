import { html } from "hono/html";
import type { Context } from "hono";
import { aboutSection, signpostEntry } from "../../../pages/about-page.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";
import type { Html } from "../../../pages/markup.ts";
import { sendNotFound, sendTitled } from "../../desk-page.ts";
import type { DeskRoutes } from "../../desk-routes.ts";
import type { DeskDependencies } from "../../routes.ts";
import type { Visit } from "../../visit.ts";
import { sendEdit, stepForm } from "../edit-page.ts";
import { fillSection, fillSignpost, readSection, readSignpost, sectionFields, signpostFields } from "./page-form.ts";
import {
  addSignpost, changeSection, changeSignpost, findSection, findSignpost, listSections, listSignposts, raiseSignpost, showSignpost, type SignpostValues,
  type StoredSignpost,
} from "./page-rows.ts";

const PAGES = "/desk/directory/pages";
const SIGNPOSTS = `${PAGES}/signposts`;
const BACK = { href: PAGES, text: "Pages" };

const BUTTONS = html`<button class="nhsuk-button" type="submit" name="then" value="publish" data-prevent-double-click="true">Publish</button>
<button class="nhsuk-button nhsuk-button--secondary" type="submit" name="then" value="preview">See how it will look</button>`;

const wantsPreview = (form: URLSearchParams) => form.get("then") === "preview";

interface Text {
  title: string;
  filled: Filled;
  fields: Html;
  preview?: Html;
}

function sendText(c: Context, visit: Visit, { title, filled, fields, preview }: Text): Promise<Response> {
  const intro = preview && html`<section class="hwbe-preview" id="preview" tabindex="-1" autofocus aria-labelledby="preview-title">
<h2 id="preview-title" class="nhsuk-heading-m">As people will see it</h2>
<p class="nhsuk-hint">Nothing is published yet. Links do not work here.</p>
<div class="hwbe-preview__frame" inert>${preview}</div></section>`;
  return sendEdit(c, visit, { title, back: BACK, filled, intro, fields, buttons: BUTTONS });
}

function registerSections(routes: DeskRoutes, { db }: DeskDependencies): void {
  const send = (c: Context, visit: Visit, title: string, filled: Filled, preview?: Html) =>
    sendText(c, visit, { title, filled, fields: sectionFields(filled), ...(preview && { preview }) });

  routes.get("coordinator", `${PAGES}/about/:section`, async (c, visit) => {
    const section = await findSection(db, c.req.param("section") ?? "");
    return section ? send(c, visit, section.title, { form: fillSection(section), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("coordinator", `${PAGES}/about/:section`, async (c, visit, form) => {
    const section = await findSection(db, c.req.param("section") ?? "");
    if (!section) return sendNotFound(c, visit);
    const read = readSection(form, section.slug);
    if ("errors" in read) return send(c, visit, section.title, { form, errors: read.errors });
    if (wantsPreview(form)) return send(c, visit, section.title, { form, errors: [] }, aboutSection(read.value));
    await changeSection(db, read.value);
    return routes.finish(c, PAGES, "Text published");
  });
}

function registerSignposts(routes: DeskRoutes, { db }: DeskDependencies): void {
  const ADD = "Add other support";
  const send = (c: Context, visit: Visit, title: string, filled: Filled, preview?: Html) =>
    sendText(c, visit, { title, filled, fields: signpostFields(filled), ...(preview && { preview }) });

  /** Answers a form of a signpost, which `write` puts into the directory. */
  async function take(c: Context, visit: Visit, form: URLSearchParams, title: string, write: (values: SignpostValues) => Promise<Reading<string>>) {
    const read = readSignpost(form);
    if ("errors" in read) return send(c, visit, title, { form, errors: read.errors });
    const preview = html`<ul class="hwbe-signposts">${signpostEntry({ slug: "preview", ...read.value })}</ul>`;
    if (wantsPreview(form)) return send(c, visit, title, { form, errors: [] }, preview);
    const written = await write(read.value);
    return "errors" in written ? send(c, visit, title, { form, errors: written.errors }) : routes.finish(c, PAGES, "Other support published");
  }

  routes.get("coordinator", `${SIGNPOSTS}/new`, (c, visit) => send(c, visit, ADD, { form: new URLSearchParams(), errors: [] }));
  routes.post("coordinator", `${SIGNPOSTS}/new`, (c, visit, form) => take(c, visit, form, ADD, (values) => addSignpost(db, values)));

  routes.get("coordinator", `${SIGNPOSTS}/:slug`, async (c, visit) => {
    const signpost = await findSignpost(db, c.req.param("slug") ?? "");
    return signpost ? send(c, visit, signpost.title, { form: fillSignpost(signpost), errors: [] }) : sendNotFound(c, visit);
  });

  routes.post("coordinator", `${SIGNPOSTS}/:slug`, async (c, visit, form) => {
    const signpost = await findSignpost(db, c.req.param("slug") ?? "");
    if (!signpost) return sendNotFound(c, visit);
    return take(c, visit, form, signpost.title, async (values) => {
      await changeSignpost(db, signpost.slug, values);
      return { value: signpost.slug };
    });
  });

  routes.post("coordinator", `${SIGNPOSTS}/:slug/up`, async (c, visit) => {
    const signpost = await findSignpost(db, c.req.param("slug") ?? "");
    if (!signpost) return sendNotFound(c, visit);
    await raiseSignpost(db, signpost.slug);
    return routes.finish(c, PAGES, "Order changed");
  });

  routes.post("coordinator", `${SIGNPOSTS}/:slug/shown`, async (c, visit) => {
    const signpost = await findSignpost(db, c.req.param("slug") ?? "");
    if (!signpost) return sendNotFound(c, visit);
    await showSignpost(db, signpost.slug, !signpost.shown);
    return routes.finish(c, PAGES, signpost.shown ? "Taken off the page" : "Put back on the page");
  });
}

function signpostItem(visit: Visit, { slug, title, shown }: StoredSignpost, index: number): Html {
  const step = (name: "up" | "shown", text: string) => stepForm(visit, { action: `${SIGNPOSTS}/${slug}/${name}`, text, about: title });
  return html`<li><a href="${SIGNPOSTS}/${slug}">${title}</a>${!shown && html` <strong class="nhsuk-tag nhsuk-tag--grey">Off the page</strong>`}
<div class="hwbe-row-actions">${index > 0 && step("up", "Move up")}
${step("shown", shown ? "Take off the page" : "Put back on the page")}</div></li>`;
}

/** The words of the page about these events, and the other support that it names. All alliances share them. */
export function registerPageTexts(routes: DeskRoutes, desk: DeskDependencies): void {
  routes.get("coordinator", PAGES, async (c, visit) => {
    const [sections, signposts] = [await listSections(desk.db), await listSignposts(desk.db)];
    return sendTitled(c, visit, { title: "Pages", current: "directory", back: { href: "/desk/directory", text: "Directory" } }, html`
<p>All alliances share these words. See them on <a href="/about">the page about these events</a>.</p>
<h2 class="nhsuk-heading-m">About these events</h2>
<ul>${sections.map(({ slug, title }) => html`<li><a href="${PAGES}/about/${slug}">${title}</a></li>`)}</ul>
<h2 class="nhsuk-heading-m">Other support</h2>
<ol class="hwbe-signpost-order">${signposts.map((signpost, index) => signpostItem(visit, signpost, index))}</ol>
<p><a class="nhsuk-button" href="${SIGNPOSTS}/new">Add other support</a></p>`);
  });
  registerSections(routes, desk);
  registerSignposts(routes, desk);
}
