/** Values by name, as a form would send them. */
export function toForm(values: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).flatMap(([name, one]) => [one].flat().map((value): [string, string] => [name, value])));
}
