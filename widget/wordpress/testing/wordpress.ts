import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { until } from "../../../server/testing/until.ts";
import { ended } from "./ended.ts";
import { startMariaDb } from "./mariadb.ts";

const PLUGIN = join(import.meta.dirname, "../hwbe-finder");
export const PASSWORD = "a password for this check alone";

export interface WordPress {
  /** Where it answers, without a slash at its end. */
  readonly url: string;
  /** Its folder. */
  readonly site: string;
  /** Of WordPress and of PHP. */
  readonly version: string;
  /** Runs PHP with WordPress loaded, as its administrator. `$argv` holds the arguments from 1 on. Resolves to what it printed. */
  php(code: string, ...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const config = (socket: string, url: string) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', true );
define( 'WP_DEBUG_DISPLAY', true );
define( 'SCRIPT_DEBUG', true );
$table_prefix = 'wp_';
require __DIR__ . '/wp-settings.php';
`;

const INSTALL = `define( 'WP_INSTALLING', true );
require 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Check', 'admin', 'admin@example.org', true, '', $argv[1] );`;

const PREPARE = `wp_insert_user( array( 'user_login' => 'subscriber', 'user_pass' => $argv[1], 'user_email' => 'subscriber@example.org', 'role' => 'subscriber' ) );
update_option( 'show_avatars', 0 );
echo get_bloginfo( 'version' ) . ' on PHP ' . PHP_VERSION;`;

/** Installs a copy of the WordPress in `source`, with the plugin in it but not active, and serves it by PHP's own server. */
export async function startWordPress(source: string): Promise<WordPress> {
  const folder = await mkdtemp(join(tmpdir(), "hwbe-wordpress-"));
  const stops = [() => rm(folder, { recursive: true, force: true })];
  async function stop(): Promise<void> {
    for (const end of stops.splice(0).reverse()) await end();
  }
  try {
    return { ...(await serve(source, folder, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serve(source: string, folder: string, stops: (() => Promise<void>)[]): Promise<Omit<WordPress, "stop">> {
  const site = join(folder, "site");
  await cp(source, site, { recursive: true, dereference: true });
  await cp(PLUGIN, join(site, "wp-content/plugins/hwbe-finder"), { recursive: true });
  const database = await startMariaDb(folder);
  stops.push(() => database.stop());
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  await writeFile(join(site, "wp-config.php"), config(database.socket, url));
  const run = async (code: string, args: readonly string[]) => (await promisify(execFile)("php", ["-r", code, "--", ...args], { cwd: site })).stdout;
  const php = (code: string, ...args: string[]) => run(`require 'wp-load.php'; wp_set_current_user( 1 ); ${code}`, args);
  await run(INSTALL, [PASSWORD]);
  const version = await php(PREPARE, PASSWORD);
  const server = spawn("php", ["-S", address, "-t", site], { stdio: "ignore" });
  stops.push(() => ended(server));
  await until(() => fetch(url).then(({ ok }) => ok, () => false), "WordPress answers", 30_000);
  return { url, site, version, php };
}
