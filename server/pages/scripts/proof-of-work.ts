import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Nobody who has sent a form waits longer than this: it then goes without a proof, and an e-mail asks them to confirm. */
const WAIT_MS = 10_000;
/** The service takes a proof for half an hour. Whoever leaves the form open for longer gets another one. */
const FRESH_MS = 25 * 60 * 1000;

const waited = () => new Promise<void>((resolve) => setTimeout(resolve, WAIT_MS));

/** Undefined where none is to be had: the form is then sent without. */
async function newProof(): Promise<string | undefined> {
  const response = await fetch("/referrals/challenge", { cache: "no-store" });
  if (!response.ok) return undefined;
  const challenge = (await response.json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}

/** The hidden field `proof` of a form. */
class ProofField {
  readonly #field = document.createElement("input");
  #askedAt = 0;
  #work: Promise<void> | undefined;

  constructor(form: HTMLFormElement) {
    this.#field.type = "hidden";
    this.#field.name = "proof";
    form.append(this.#field);
  }

  get isFresh(): boolean {
    return this.#field.value !== "" && Date.now() - this.#askedAt < FRESH_MS;
  }

  /** Resolves when the field has a proof, or none is to be had. Work that is under way is not begun again. */
  fill(): Promise<void> {
    this.#work ??= this.#fill().finally(() => (this.#work = undefined));
    return this.#work;
  }

  async #fill(): Promise<void> {
    const askedAt = Date.now();
    const proof = await newProof().catch(() => undefined);
    if (proof === undefined) return;
    this.#askedAt = askedAt;
    this.#field.value = proof;
  }
}

function addStatus(form: HTMLFormElement): HTMLElement {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(status);
  return status;
}

/** Works while the person fills in the form, holds it back for a moment where they were quicker, and sends it once. */
function guard(form: HTMLFormElement): void {
  const proof = new ProofField(form);
  const status = addStatus(form);
  let state: "open" | "held" | "let go" | "sent" = "open";

  function reopen(): void {
    state = "open";
    status.textContent = "";
  }

  async function hold(submitter: HTMLElement | null): Promise<void> {
    state = "held";
    status.textContent = "One moment, please.";
    await Promise.race([proof.fill(), waited()]);
    state = "let go";
    form.requestSubmit(submitter);
  }

  form.addEventListener("submit", (event) => {
    if (state === "held" || state === "sent") return event.preventDefault();
    if (state === "open" && !proof.isFresh) {
      event.preventDefault();
      return void hold(event.submitter);
    }
    state = "sent";
    // Whoever stops a page that does not come may try again.
    void waited().then(() => state === "sent" && reopen());
  });

  // Whoever comes back with the back button may send it again.
  addEventListener("pageshow", ({ persisted }) => persisted && reopen());
  void proof.fill();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-proof-of-work]")) guard(form);
