import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { letterHtml, letterText } from "./letter.ts";
import { letterFor, type LetterFacts, type MessageKind, type Recipient } from "./words.ts";

const FACTS: Omit<LetterFacts, "kind" | "recipient"> = {
  reference: "HWB-7K3M-9QXT", startsAt: Date.parse("2026-03-03T14:00:00Z"), endsAt: Date.parse("2026-03-03T16:30:00Z"), state: "confirmed",
  waitingPosition: 3, companion: true, mustConfirm: false, url: "https://events.example/referrals/token", phone: "020 7946 0000",
};

const PEOPLE: MessageKind[] = ["booked", "received", "waiting", "promoted", "confirmed", "declined", "cancelled", "changed", "event-cancelled", "event-changed", "moved"];
const ALL: [Recipient, MessageKind[]][] = [
  ["attendee", [...PEOPLE, "reminder", "confirm-address", "second-booking", "your-link", "organiser-wrote"]],
  ["referrer", [...PEOPLE, "prove-address"]],
  ["organiser", ["new-referrals", "unseen-referrals"]],
  ["alliance", ["unseen-referrals"]],
];

for (const [recipient, kinds] of ALL) {
  describe(`to the ${recipient}`, () => {
    for (const kind of kinds) {
      test(`"${kind}" says what matters in short sentences, with one link, and nothing of health`, () => {
        const letter = letterFor({ ...FACTS, kind, recipient });
        assert.ok(letter);
        const [text, html] = [letterText(letter), letterHtml(letter)];
        for (const set of [text, html]) {
          assert.equal(set.split("https://events.example/referrals/token").length, 2);
          assert.doesNotMatch(set, /cancer|health|wellbeing|tumour|patient|treatment|hospital|clinic/i);
        }
        assert.ok(letter.subject.length <= 60, letter.subject);
        for (const sentence of letter.before.join(" ").split(/[.?!] /)) assert.ok(sentence.split(" ").length < 25, sentence);
        assert.doesNotMatch(html, /<img|<script|src=|url\(|@import/);
        if (recipient !== "organiser") assert.match(text, /020 7946 0000/);
      });
    }
  });
}

test("there is no letter of a kind that is not for its recipient", () => {
  assert.equal(letterFor({ ...FACTS, kind: "reminder", recipient: "organiser" }), undefined);
});

test("whatever a phone line or a link holds, the HTML has no other elements than its own", () => {
  fc.assert(fc.property(fc.string(), fc.webUrl(), fc.constantFrom(...PEOPLE), (phone, url, kind) => {
    const plain = letterHtml(letterFor({ ...FACTS, kind, recipient: "attendee" })!);
    const html = letterHtml(letterFor({ ...FACTS, phone, url, kind, recipient: "attendee" })!);
    const tags = (text: string) => [...text.matchAll(/<\/?\w+/g)].map(([tag]) => tag);
    assert.deepEqual(tags(html), tags(plain));
  }));
});
