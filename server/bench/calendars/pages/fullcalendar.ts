/// <reference types="vite/client" />
import { Calendar } from "fullcalendar";
import listPlugin from "fullcalendar/list";
import classicThemePlugin from "fullcalendar/themes/classic";
import "fullcalendar/skeleton.css";
import "fullcalendar/themes/classic/theme.css";
import "fullcalendar/themes/classic/palette.css";

/** FullCalendar's list as its README sets it up, with the events and over the days that the address names. */
const asked = new URLSearchParams(location.search);
const days = Number(asked.get("days"));
const place = document.createElement("div");
document.body.append(place);
new Calendar(place, {
  plugins: [listPlugin, classicThemePlugin],
  initialView: "period",
  views: { period: { type: "list", duration: { days } } },
  height: "auto",
  events: `/${asked.get("events")}.json`,
}).render();
