import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { byId } from '@mimamori/domain'
import { skipReasons } from '@mimamori/formats'

/** docs/scans.md: the formats that are read, and what each reader rests on, from the catalogue. */
export function outputs(root: string): ReadonlyMap<string, string> {
  if (!existsSync(join(root, 'packages/formats/scans'))) return new Map()
  return new Map([['docs/scans.md', page()]])
}

function page(): string {
  return `${[
    '# Scans and registers of devices',
    '',
    '<!-- Written by "npm run generate" from packages/catalog/data/scan-formats.json: do not edit. -->',
    '',
    'Files are recognised by what is in them, whatever they are called, and read as a stream. `mimamori inventory FOLDER` reads everything below `FOLDER/scans`; the server reads them on its import page.',
    '',
    '| format | what its reader rests on | how the file is made | what is taken |',
    '|---|---|---|---|',
    ...rows(),
    '',
    '- Passwords, keys and community strings are dropped while reading, in every format; how many there were is told. Columns of personal names are not read.',
    '- A file that is cut off, damaged or of no known kind gives nothing at all. XML with definitions of its own (DTD) is refused.',
    '- Times of a clock that runs wrong (before 2000, or more than a day ahead) are not taken; the rest of the entry is.',
    `- Lines that are passed over are kept with their row and the reason, and counted: ${Object.values(skipReasons)
      .map(({ en }) => en.replace(/\.$/, '').toLowerCase())
      .join('; ')}.`,
    '- At most 1 GB a file on the command line, lines of 20,000 characters. The memory does not grow with the file but with the devices in it: a scan of 500 MB and 5,000 hosts, held against a register of 5,000 devices, takes some 240 MB (`npm run bench -- scans`).',
    '',
    '## When two records are one device',
    '',
    'Strong marks decide before weak ones: serial number, id in the directory, UUID of the board, asset tag, MAC addresses, host name with model, host name. Two serial numbers are never one device, and an IP address alone never decides: such a record waits for a person. Random and virtual MAC addresses count only together with a name. Two devices of the register are never joined by a scan. What a person has written is never overwritten; a scan fills in what is unknown. Each record keeps the sentence by which it was placed. Sightings under the same marks between the same devices are one question. Where a merge is undone, what was read meanwhile is held against the two anew, and what cannot be told becomes a question.',
    '',
    '## From month to month',
    '',
    '`mimamori inventory FOLDER --before scans/2026-10 --after scans/2026-11` says what came, went, moved and changed. A device is gone only where a source of the kind that saw it was read again, and a fact has changed only where both months tell it.',
    '',
    'The example: `mimamori inventory examples/hospital-180beds --before examples/hospital-180beds/scans/2026-10 --after examples/hospital-180beds/scans/2026-11`. Its scans and its register are made by `tools/example-hospital` from one list of what really stands there; eleven devices nobody has listed.',
  ].join('\n')}\n`
}

function rows(): readonly string[] {
  const { scanFormats, scanBases } = loadCatalogue()
  const inCell = (text: string) => text.replaceAll('|', '\\|')
  return scanFormats.map(({ id, name, basis, seen, made, commands = [], taken }) => {
    const how = [made.en, commands.map((command) => `\`${command}\``).join(', ')].filter((part) => part !== '').join(': ')
    return `| ${name.en}<br>${name.ja} (\`${id}\`) | **${byId(scanBases, basis)?.name.en}**: ${seen.en} | ${inCell(how)} | ${inCell(taken.en)} |`
  })
}
