import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shareEvent } from "./share-event.ts";

const EVENT = {
  title: "Tea & talk", when: "Tuesday 30 June 2026, 2pm to 4:30pm", where: "Example Centre, SE1 9RT", url: "https://events.example/events/tea",
  startsAt: "2026-06-30T14:00:00+01:00", endsAt: "2026-06-30T16:30:00+01:00",
};

test("an event is passed on as its title, time, place and link", () => {
  const { text, sms, mail } = shareEvent(EVENT);
  assert.equal(text, "Tea & talk\nTuesday 30 June 2026, 2pm to 4:30pm\nExample Centre, SE1 9RT\nhttps://events.example/events/tea");
  assert.ok(sms.startsWith("sms:?&body=Tea%20%26%20talk%0ATuesday"));
  assert.ok(mail.startsWith("mailto:?subject=Tea%20%26%20talk&body=Tea%20%26%20talk%0D%0ATuesday"));
});

test("calendars on the web get the time in UTC", () => {
  const { google, outlook } = shareEvent(EVENT);
  assert.equal(new URL(google).searchParams.get("dates"), "20260630T130000Z/20260630T153000Z");
  assert.equal(new URL(outlook).searchParams.get("startdt"), "2026-06-30T13:00:00.000Z");
  assert.equal(new URL(outlook).searchParams.get("enddt"), "2026-06-30T15:30:00.000Z");
});

test("whatever an event is called arrives whole, and adds no address, field or line of its own", () => {
  const words = fc.string({ unit: "grapheme" });
  fc.assert(fc.property(words, words, words, (title, when, where) => {
    const { text, sms, mail, google, outlook } = shareEvent({ ...EVENT, title, when, where });
    assert.equal(decodeURIComponent(sms.replace("sms:?&body=", "")), text);
    assert.match(mail, /^mailto:\?subject=[^&]*&body=[^&]*$/);
    assert.equal(decodeURIComponent(mail.replace(/^mailto:\?subject=(.*)&body=.*$/, "$1")), title);
    assert.equal(new URL(google).searchParams.get("text"), title);
    assert.equal(new URL(google).searchParams.get("location"), where);
    assert.equal(new URL(outlook).searchParams.get("subject"), title);
    assert.doesNotMatch(`${sms}${mail}${google}${outlook}`, /[\s+]/);
  }));
});
