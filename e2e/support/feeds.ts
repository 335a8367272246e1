import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownExploitedFile } from '@mimamori/testing/fixtures'

/** A weakness of our own making, in the form in which makers publish them; no such number is ever given out. */
export const weakness = { id: 'CVE-2099-1001', title: 'An outsider can run code in FortiOS', fixed: '7.2.5' }

const record = {
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: weakness.id, state: 'PUBLISHED', dateUpdated: '2026-11-18T00:00:00Z' },
  containers: {
    cna: {
      title: weakness.title,
      affected: [
        {
          vendor: 'Fortinet',
          product: 'FortiOS',
          defaultStatus: 'unaffected',
          versions: [{ version: '7.2.0', lessThan: weakness.fixed, status: 'affected', versionType: 'semver' }],
        },
      ],
    },
  },
}

/** A folder with one weakness, and the list that says that attacks use it. */
export function feedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-e2e-feeds-'))
  writeFileSync(join(folder, 'cve.json'), JSON.stringify(record))
  writeFileSync(join(folder, 'kev.json'), knownExploitedFile(weakness.id, '2026-11-18'))
  return folder
}
