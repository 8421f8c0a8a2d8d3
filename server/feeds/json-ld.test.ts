import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Event } from "../contract/event.ts";
import { arbitraryEvent } from "../testing/random-event.ts";
import { arbitraryCodeUnits } from "../testing/random-text.ts";
import { eventJsonLd, jsonLdScript } from "./json-ld.ts";

const samples = fc.sample(arbitraryEvent(), { numRuns: 60, seed: 11 });

function sample(format: Event["format"]): Event {
  const found = samples.find((event) => event.format === format);
  assert.ok(found);
  return { ...found, status: "scheduled", previousStartsAt: null };
}

function typeOf(value: unknown): unknown {
  return Object(value)["@type"];
}

test("what is put into a page reads back as it was, and cannot end its script element", () => {
  fc.assert(fc.property(arbitraryEvent({ text: arbitraryCodeUnits() }), (event) => {
    const data = eventJsonLd(event);
    const script = jsonLdScript(data);
    assert.deepEqual(JSON.parse(script), data);
    assert.doesNotMatch(script, /[<\u2028\u2029]/);
    assert.ok(script.isWellFormed());
  }));
});

test("a title that would end the script element does not", () => {
  assert.equal(jsonLdScript({ name: "</script><!--" }), '{"name":"\\u003c/script>\\u003c!--"}');
});

test("nothing is null or undefined, and no list is empty", () => {
  const check = (value: unknown): void => {
    assert.notEqual(value, undefined);
    assert.notEqual(value, null);
    if (Array.isArray(value)) assert.ok(value.length > 0);
    if (typeof value === "object" && value !== null) Object.values(value).forEach(check);
  };
  fc.assert(fc.property(arbitraryEvent(), (event) => check(eventJsonLd(event))));
});

test("times have London's offset", () => {
  const { startDate, endDate } = eventJsonLd({ ...sample("online"), startsAt: "2026-07-03T14:00:00+01:00", endsAt: "2026-07-03T16:00:00+01:00" });
  assert.deepEqual([startDate, endDate], ["2026-07-03T14:00:00+01:00", "2026-07-03T16:00:00+01:00"]);
});

test("the status is scheduled, cancelled, postponed, or moved with the time before", () => {
  const event = sample("online");
  const told = (change: Partial<Event>): unknown[] => {
    const { eventStatus, previousStartDate, offers } = eventJsonLd({ ...event, ...change });
    return [eventStatus, previousStartDate, typeOf(offers)];
  };
  assert.deepEqual(told({}), ["https://schema.org/EventScheduled", undefined, "Offer"]);
  assert.deepEqual(told({ status: "cancelled" }), ["https://schema.org/EventCancelled", undefined, undefined]);
  assert.deepEqual(told({ status: "postponed" }), ["https://schema.org/EventPostponed", undefined, "Offer"]);
  assert.deepEqual(told({ status: "postponed", previousStartsAt: "2026-03-03T14:00:00+00:00" }), [
    "https://schema.org/EventRescheduled", "2026-03-03T14:00:00+00:00", "Offer",
  ]);
});

test("how it is held decides mode and location, and an online event is found on its page", () => {
  const told = (format: Event["format"]): unknown[] => {
    const { eventAttendanceMode, location } = eventJsonLd(sample(format));
    return [eventAttendanceMode, Array.isArray(location) ? location.map(typeOf) : typeOf(location)];
  };
  assert.deepEqual(told("in-person"), ["https://schema.org/OfflineEventAttendanceMode", "Place"]);
  assert.deepEqual(told("online"), ["https://schema.org/OnlineEventAttendanceMode", "VirtualLocation"]);
  assert.deepEqual(told("phone"), ["https://schema.org/OnlineEventAttendanceMode", "VirtualLocation"]);
  assert.deepEqual(told("hybrid"), ["https://schema.org/MixedEventAttendanceMode", ["Place", "VirtualLocation"]]);
  const online = sample("online");
  assert.equal(Object(eventJsonLd(online)["location"])["url"], online.url);
});

test("an offer tells places and price, free unless the organiser names a cost", () => {
  const event = { ...sample("online"), cost: null, booking: { route: "drop-in" as const, who: ["self" as const], url: null, note: null, approval: false, open: true } };
  const offers = (change: Partial<Event>): unknown => eventJsonLd({ ...event, ...change })["offers"];
  const free = { "@type": "Offer", url: event.url, price: 0, priceCurrency: "GBP" };
  assert.deepEqual(offers({ places: { state: "open", left: null } }), { ...free, availability: "https://schema.org/InStock" });
  assert.deepEqual(offers({ places: { state: "few", left: 3 } }), { ...free, availability: "https://schema.org/LimitedAvailability" });
  assert.deepEqual(offers({ places: { state: "waiting-list", left: null } }), { ...free, availability: "https://schema.org/SoldOut" });
  assert.deepEqual(offers({ booking: { ...event.booking, open: false } }), { ...free, availability: "https://schema.org/SoldOut" });
  const paid = eventJsonLd({ ...event, cost: "£3 for tea", places: { state: "full", left: null } });
  assert.equal(paid["isAccessibleForFree"], false);
  assert.deepEqual(paid["offers"], {
    "@type": "Offer", url: event.url, availability: "https://schema.org/SoldOut", description: "£3 for tea",
  });
});

test("a place tells only the access that is known", () => {
  const event = sample("in-person");
  assert.ok(event.venue);
  const unknown = { nearestStation: null, stationStepFree: null, directions: null, parking: null, parkingCost: null, blueBadge: null, patientTransport: null };
  const access = { stepFree: true, hearingLoop: null, accessibleToilet: false, note: null };
  const { location } = eventJsonLd({ ...event, venue: { ...event.venue, access, transport: unknown } });
  assert.deepEqual(Object(location)["amenityFeature"], [
    { "@type": "LocationFeatureSpecification", name: "Step-free access", value: true },
    { "@type": "LocationFeatureSpecification", name: "Accessible toilet", value: false },
  ]);
});
