/// <reference types="vite/client" />
import { Calendar } from "fullcalendar";
import listPlugin from "fullcalendar/list";
import classicThemePlugin from "fullcalendar/themes/classic";
import "fullcalendar/skeleton.css";
import "fullcalendar/themes/classic/theme.css";
import "fullcalendar/themes/classic/palette.css";

/** FullCalendar's list as its README sets it up, over the days that the address asks for. */
const days = Number(new URLSearchParams(location.search).get("days"));
const place = document.createElement("div");
document.body.append(place);
new Calendar(place, {
  plugins: [listPlugin, classicThemePlugin],
  initialView: "period",
  views: { period: { type: "list", duration: { days } } },
  height: "auto",
  events: `/events.json?days=${days}`,
}).render();
