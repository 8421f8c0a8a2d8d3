import assert from "node:assert/strict";
import type { Hono } from "hono";

const ORIGIN = "https://events.example";

/** One page as it came back. */
export interface Seen {
  status: number;
  path: string;
  headers: Headers;
  html: string;
  /** The HTML without its tags, with its white space as one space. */
  text: string;
  title: string;
}

function textOf(html: string): string {
  const visible = html.replace(/<(script|style|title)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]+>/g, " ");
  return visible.replace(/&#39;/g, "'").replace(/&amp;/g, "&").replace(/\s+/g, " ");
}

/** Somebody with a browser without JavaScript, who follows links and fills in forms. */
export class Person {
  app: Pick<Hono, "request">;
  readonly cookies = new Map<string, string>();
  page: Seen | undefined;

  constructor(app: Pick<Hono, "request">) {
    this.app = app;
  }

  get(path: string): Promise<Seen> {
    return this.#visit(path, {});
  }

  /** Sends the form of the page, with its hidden fields, to the page's own address or another. */
  submit(fields: Readonly<Record<string, string | readonly string[]>>, path?: string): Promise<Seen> {
    const page = this.page;
    assert.ok(page, "No page is open");
    const form = new URLSearchParams();
    for (const [, name, value] of page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.append(name!, value!);
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
    return this.post(path ?? page.path, form);
  }

  post(path: string, form: URLSearchParams): Promise<Seen> {
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
    return this.#visit(path, { method: "POST", body: form.toString(), headers });
  }

  /** The same browser, as it is now. */
  copy(): Person {
    const other = new Person(this.app);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    other.page = this.page;
    return other;
  }

  async #visit(path: string, init: { method?: string; body?: string; headers?: Record<string, string> }): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.app.request(ORIGIN + path, { ...init, headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get("location");
    if (location !== null) return this.#visit(location.replace(ORIGIN, "").replace(/#.*/, ""), {});
    const html = await response.text();
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "";
    return (this.page = { status: response.status, path, headers: response.headers, html, text: textOf(html), title });
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
