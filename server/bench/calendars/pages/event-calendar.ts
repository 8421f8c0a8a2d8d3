/// <reference types="vite/client" />
import { createCalendar, List } from "@event-calendar/core";
import "@event-calendar/core/index.css";

/** Event Calendar's list as its README sets it up, over the days that the address asks for. */
const days = Number(new URLSearchParams(location.search).get("days"));
const place = document.createElement("div");
document.body.append(place);
createCalendar(place, [List], {
  view: "listWeek",
  duration: { days },
  eventSources: [{ url: `/events.json?days=${days}` }],
});
