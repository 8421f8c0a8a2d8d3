/// <reference types="vite/client" />
import { createCalendar, List } from "@event-calendar/core";
import "@event-calendar/core/index.css";

/** Event Calendar's list as its README sets it up, with the events and over the days that the address names. */
const asked = new URLSearchParams(location.search);
const days = Number(asked.get("days"));
const place = document.createElement("div");
document.body.append(place);
createCalendar(place, [List], {
  view: "listWeek",
  duration: { days },
  eventSources: [{ url: `/${asked.get("events")}.json` }],
});
