import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { Hono } from "hono";
import type { Session } from "../../contract/event.ts";
import { SealedCookie } from "../../http/sealed-cookie.ts";
import { exampleEvent } from "../../testing/example-event.ts";
import { answersOf, Draft, newDraft, withAnswers } from "./draft.ts";
import type { Answers } from "./questions/question.ts";

const SESSIONS: Session[] = Array.from({ length: 12 }, (_, index) => ({
  id: randomUUID(), title: `Part ${index}`, startsAt: "2026-03-03T14:00:00+00:00", endsAt: "2026-03-03T15:00:00+00:00", alone: true,
}));
const event = exampleEvent({ sessions: SESSIONS });

/** The most that each field takes, of letters that need many bytes. */
const LONGEST: Answers = {
  bookedBy: "carer-for-patient",
  companion: false,
  sessions: SESSIONS.map(({ id }) => id),
  name: "名".repeat(100),
  contact: { kind: "phone", value: `+44 ${"(0) ".repeat(4)}20 7946 0018`.slice(0, 30) },
  needs: { interpreter: "語".repeat(60), bsl: true, wheelchair: true, hearingLoop: true, other: "要".repeat(300) },
  email: `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.uk`,
};

test("the longest answers fit into their cookie, and come out of it as they were", async () => {
  const cookie = new SealedCookie({ name: "__Host-booking", key: randomBytes(32), maxAgeSeconds: 60, read: Draft });
  const app = new Hono();
  app.get("/keep", (c) => {
    cookie.set(c, withAnswers({ ...newDraft(event), mustConfirm: true }, LONGEST));
    return c.text("");
  });
  app.get("/read", (c) => c.json(cookie.get(c) ?? null));
  const kept = (await app.request("https://events.example/keep")).headers.get("set-cookie")!.split(";")[0]!;
  const draft = Draft.parse(await (await app.request("https://events.example/read", { headers: { cookie: kept } })).json());
  assert.deepEqual(answersOf(draft, event), LONGEST);
});

test("chosen parts are found again, and asked for again when the event has lost one", () => {
  fc.assert(fc.property(fc.subarray(SESSIONS, { minLength: 1 }), ([first, ...others]) => {
    const sessions = [first!, ...others].map(({ id }) => id);
    const draft = withAnswers(newDraft(event), { sessions });
    assert.deepEqual(answersOf(draft, event).sessions, sessions);
    const changed = { ...event, sessions: SESSIONS.filter(({ id }) => id !== first!.id) };
    assert.equal(answersOf(draft, changed).sessions, undefined);
  }));
  assert.equal(answersOf(withAnswers(newDraft(event), { sessions: null }), event).sessions, null);
});
