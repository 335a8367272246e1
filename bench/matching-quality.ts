import type { VersionFamily } from '@mimamori/domain'
import { type CpeName, compareCpe, compareVersions, orderOf, readCpe, readVersionPhrase } from '@mimamori/matching'
import { caseRows } from '@mimamori/testing/fixtures'
import { figureRow, heading, type Row } from './rows.ts'

const folder = new URL('../packages/matching/fixtures/', import.meta.url)

/** One case of a table: what the table says, and what is answered; `undefined`: that there is nothing to say. */
interface Case {
  readonly meant: string | undefined
  readonly said: string | undefined
}

/** Precision and recall of the tables of cases that the tests hold: of what is answered how much is right, and of what should be how much is. */
export function* qualityRows(): Generator<Row> {
  const tables = { 'order of versions, 14 families': versionCases(), 'CPE names that meet': cpeCases(), 'versions in words': phraseCases() }
  for (const [name, cases] of Object.entries(tables)) {
    const right = cases.filter(({ meant, said }) => said !== undefined && said === meant).length
    yield heading(`matching: ${name}, ${cases.length} cases of a table`)
    yield figureRow('precision', (100 * right) / cases.filter(({ said }) => said !== undefined).length, { unit: '%', digits: 1 })
    yield figureRow('recall', (100 * right) / cases.filter(({ meant }) => meant !== undefined).length, { unit: '%', digits: 1 })
  }
}

function versionCases(): readonly Case[] {
  return caseRows(new URL('versions.tsv', folder)).map(([name = '', left = '', relation = '', right = '']) => {
    const family = name as VersionFamily // the table names families; the tests hold it to that
    const order = orderOf(family).parse(left) ? compareVersions(family, left, right) : undefined
    const said = order === undefined ? undefined : order === 0 ? '=' : order < 0 ? '<' : '>'
    return { meant: relation === 'none' ? undefined : relation, said }
  })
}

function cpeCases(): readonly Case[] {
  return caseRows(new URL('cpe-compare.tsv', folder)).map(([kind, left = '', right = '', relation = '']) => {
    const [source, target] = [nameOf(left, kind), nameOf(right, kind)]
    const found = source && target ? compareCpe(source, target).relation : 'undefined'
    return { meant: metBy(relation), said: metBy(found) }
  })
}

function nameOf(text: string, kind: string | undefined): CpeName | undefined {
  const read = readCpe(kind === 'name' ? text : `cpe:2.3:a:${text}${':*'.repeat(9)}`)
  return read.kind === 'name' ? read.name : undefined
}

function metBy(relation: string): string | undefined {
  return relation === 'disjoint' || relation === 'undefined' ? undefined : relation
}

function phraseCases(): readonly Case[] {
  return caseRows(new URL('phrases.tsv', folder)).map(([text = '', family = '-', names = '-', meant = '']) => {
    const phrase = readVersionPhrase(text, {
      names: names === '-' ? [] : names.split('; '),
      ...(family === '-' ? {} : { family: family as VersionFamily }), // as above
    })
    if (phrase.kind === 'unparsed') return { meant: meant.startsWith('!') ? undefined : meant, said: undefined }
    const ranges = phrase.statements.map(
      ({ range: { from = '', fromIncluded, to = '', toIncluded } }) => `${fromIncluded ? '[' : '('}${from},${to}${toIncluded ? ']' : ')'}`,
    )
    return { meant: meant.startsWith('!') ? undefined : meant, said: [...ranges, `| ${phrase.otherwise}`].join(' ') }
  })
}
