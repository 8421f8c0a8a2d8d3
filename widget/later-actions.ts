import type { BoroughTiles } from "./borough-tiles.ts";
import { chipsOf } from "./chips.ts";
import type { ClinicianPart } from "./clinician-part.ts";
import type { FinderCore } from "./finder-core.ts";
import type { Here } from "./here.ts";
import type { MoreEvents } from "./more-events.ts";
import type { Sharing } from "./sharing.ts";
import type { ShortlistController } from "./shortlist-controller.ts";
import * as transitions from "./state.ts";
import type { Search } from "./state.ts";
import { laterStrings } from "./strings-later.ts";
import type { FinderActions } from "./views/actions.ts";
import { searchFor } from "./views/view-switch.ts";

interface Parts {
  readonly shortlist: ShortlistController;
  readonly sharing: Sharing;
  readonly tiles: BoroughTiles;
  readonly here: Here;
  readonly more: MoreEvents;
  readonly clinician: ClinicianPart;
}

/** What a person can do once the later part of the finder is here. */
export function laterActions(core: FinderCore, { shortlist, sharing, tiles, here, more, clinician }: Parts): FinderActions {
  const choose = (search: Search) => {
    core.ask(search);
    clinician.part?.keep(search.filters);
  };
  const toggleShortlisted = (id: string) => {
    shortlist.toggle(id);
    core.say(() => clinician.shortlist.title(shortlist.ids.length));
  };
  return {
    ...core.actions,
    more: () => more.ask(),
    removeChip: (place, without) => {
      choose(without);
      const left = chipsOf(without, {}).length;
      core.focus(left === 0 ? "#count" : `.chips li:nth-child(${Math.min(place + 1, left)}) button`);
    },
    clear: () => {
      choose(transitions.NO_SEARCH);
      core.focus("#count");
    },
    filter: (field, value, chosen) => choose(transitions.withFilter(core.state().search, field, value, chosen)),
    nearHere: () =>
      here.ask(
        (near) => core.actions.submit({ near }),
        () => core.say(() => laterStrings.here.failed),
      ),
    showInFull: (field) => {
      const hidden = [...(core.host.shadowRoot?.querySelectorAll<HTMLElement>(`[data-group="${field}"] label[hidden]`) ?? [])];
      core.change(transitions.showInFull(core.state(), field));
      void core.host.updateComplete.then(() => hidden.find((choice) => !choice.hidden)?.querySelector("input")?.focus());
    },
    view: (view) => {
      core.change(transitions.withView(core.state(), view));
      tiles.retry();
      const search = searchFor(view, core.state().search, Date.now());
      if (search) core.ask(search);
    },
    showResults: () => {
      core.change(transitions.toggleFilters(core.state()));
      core.focus("#count");
    },
    seeSimilar: (event) => {
      core.actions.toggleEvent(event);
      core.focus(`#t-${event.id}`);
    },
    toggleShortlisted,
    removeShortlisted: (place, id) => {
      toggleShortlisted(id);
      const left = shortlist.ids.length;
      core.focus(left === 0 ? "#shortlist-title" : `.shortlist li:nth-child(${Math.min(place + 1, left)}) .buttons button`);
    },
    clearShortlist: () => {
      shortlist.clear();
      core.focus("#shortlist-title");
    },
    pickCompared: (id) => shortlist.pick(id),
    compare: (isShown) => {
      shortlist.compare(isShown);
      core.focus(isShown ? "#compared" : ".shortlist[open] #compare, .shortlist:not([open]) > summary");
      if (isShown) void core.host.updateComplete.then(() => core.host.shadowRoot?.querySelector("#compared")?.scrollIntoView());
    },
    copy: (id, field) => void sharing.copy(id, field).then((isCopied) => core.say(() => laterStrings.share[isCopied ? "copied" : "failed"])),
    share: ({ title }, text) => void sharing.share({ title, text }),
  };
}
