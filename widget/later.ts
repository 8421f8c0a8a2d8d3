/** What the first view of the list does not need. It is one chunk of its own, fetched once the first events are painted. */
export { chipsOf } from "./chips.ts";
export { BoroughTiles } from "./borough-tiles.ts";
export { facetGroups } from "./facet-groups.ts";
export { LiveUpdates } from "./live-updates.ts";
export { OpenEvents } from "./open-events.ts";
export { moveBetweenTitles } from "./result-keys.ts";
export { ShortlistController } from "./shortlist-controller.ts";
export { speakLater } from "./strings-later.ts";
export { laterStyles } from "./styles/later.ts";
export { chipList } from "./views/chips.ts";
export { clinicianColumn } from "./views/clinician-column.ts";
export { emptyNotice } from "./views/empty-notice.ts";
export { eventDetail } from "./views/event-detail.ts";
export { byDay } from "./views/month-list.ts";
export { filters } from "./views/filters.ts";
export { shortlistPanel } from "./views/shortlist-panel.ts";
export { finderFoot } from "./views/finder-foot.ts";
export { searchFor, viewHead } from "./views/view-switch.ts";
