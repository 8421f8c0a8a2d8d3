import type { Person, Seen } from "../../referrals/pages/testing/person.ts";

/** Sends a file from the form of the page that is open, as a browser without JavaScript does. */
export async function uploadFile(person: Person, path: string, file: { name: string; bytes: Uint8Array }): Promise<Seen> {
  const token = /name="token" value="([^"]*)"/.exec(person.page?.html ?? "")?.[1] ?? "";
  const form = new FormData();
  form.set("token", token);
  form.set("file", new File([Uint8Array.from(file.bytes)], file.name));
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await person.app.request(`https://events.example${path}`, { method: "POST", body: form, headers: { cookie, "sec-fetch-site": "same-origin" } });
  const location = answer.headers.get("location");
  if (location !== null) return person.get(location);
  const html = await answer.text();
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  return (person.page = { status: answer.status, path, headers: answer.headers, html, text, title: /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "" });
}
