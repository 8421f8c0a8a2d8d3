import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Nobody waits longer than this: the form is then sent without, and an e-mail asks them to confirm. */
const WAIT_MS = 10_000;

async function prove(form: HTMLFormElement): Promise<void> {
  const response = await fetch("/referrals/challenge", { cache: "no-store" });
  if (!response.ok) return;
  const challenge = (await response.json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) return;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "proof";
  field.value = btoa(JSON.stringify({ challenge, solution }));
  form.append(field);
}

function addStatus(form: HTMLFormElement): HTMLElement {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(status);
  return status;
}

/** Works while the person fills in the form, holds it back for a moment where they were quicker, and sends it once. */
function guard(form: HTMLFormElement): void {
  const status = addStatus(form);
  let [isReady, isSent] = [false, false];
  const waited = new Promise<void>((resolve) => setTimeout(resolve, WAIT_MS));
  // Without a proof the form is sent all the same, and who sends it is asked to confirm their address.
  const ready = Promise.race([prove(form).catch(() => undefined), waited]).then(() => {
    isReady = true;
  });

  form.addEventListener("submit", (event) => {
    if (isSent) return event.preventDefault();
    isSent = true;
    if (isReady) return;
    event.preventDefault();
    status.textContent = "One moment, please.";
    void ready.then(() => {
      isSent = false;
      form.requestSubmit(event.submitter);
    });
  });

  // Whoever comes back with the back button may send it again.
  addEventListener("pageshow", () => {
    isSent = false;
    status.textContent = "";
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-proof-of-work]")) guard(form);
