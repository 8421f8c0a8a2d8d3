import { access, constants, mkdir } from "node:fs/promises";
import { ConfigError } from "./config.ts";

/** Makes the folder that `DATA_DIR` names. Throws `ConfigError` when this user cannot have or write it. */
export async function ensureDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(`The folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}): set DATA_DIR to one that this user may write to.`);
  }
}
