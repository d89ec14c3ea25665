// The folders that keep a test run away from the user's own settings and extensions.
import fs from 'node:fs';
import path from 'node:path';

/** The command-line arguments, the same for VS Code and code-server, that name the folders of a profile. */
export function profileArguments(profile) {
  return [
    '--user-data-dir',
    path.join(profile, 'data'),
    '--extensions-dir',
    path.join(profile, 'extensions'),
  ];
}

/** Writes the user's settings of a profile. The web workbench saves by itself unless told otherwise. */
export function writeSettings(profile, settings = {}) {
  const folder = path.join(profile, 'data', 'User');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'settings.json'),
    JSON.stringify(
      { 'files.autoSave': 'off', 'git.enabled': false, 'telemetry.telemetryLevel': 'off', ...settings },
      null,
      2,
    ),
  );
}
