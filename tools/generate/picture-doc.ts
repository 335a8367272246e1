import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

const domain = 'packages/domain'

interface Field {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly says: string
}

interface Shape {
  readonly says: string
  readonly fields: readonly Field[]
}

/** docs/picture.md: every slice with its fields, taken from the types themselves. */
export function outputs(root: string): Promise<ReadonlyMap<string, string>> {
  const picture = join(root, domain, 'picture.ts')
  if (!existsSync(picture)) return Promise.resolve(new Map())
  const areas = readdirSync(join(root, domain), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const files = [
    picture,
    join(root, domain, 'record.ts'),
    ...areas.map((area) => join(root, domain, area.name, 'types.ts')).filter(existsSync),
  ]
  const shapes = new Map(files.flatMap((file) => [...shapesIn(readFileSync(file, 'utf8'))]))
  return Promise.resolve(shapes.has('KernelSlices') ? new Map([['docs/picture.md', page(shapes)]]) : new Map())
}

function shapesIn(source: string): ReadonlyMap<string, Shape> {
  const { program, comments } = parseSync('types.ts', source)
  const before = (start: number) => commentBefore(source, comments, start)
  const shapes = new Map<string, Shape>()
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (node?.type !== 'TSInterfaceDeclaration') continue
    const fields = node.body.body.flatMap((member): Field[] => {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier' || !member.typeAnnotation) return []
      const { start, end } = member.typeAnnotation.typeAnnotation
      const type = source.slice(start, end).replace(/\s+/g, ' ').replace(/^\| /, '')
      return [{ name: member.key.name, type, optional: member.optional, says: before(member.start) }]
    })
    shapes.set(node.id.name, { says: before(statement.start), fields })
  }
  return shapes
}

function commentBefore(source: string, comments: readonly { value: string; start: number; end: number }[], start: number): string {
  const found = comments.find((comment) => comment.end <= start && source.slice(comment.end, start).trim() === '')
  return (found?.value ?? '')
    .replace(/^\*\s*/, '')
    .replace(/\s*\n\s*\*\s?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function page(shapes: ReadonlyMap<string, Shape>): string {
  const owners = [...shapes].filter(([name]) => name.endsWith('Slices') && name !== 'Slices')
  const slices = owners.flatMap(([owner, { fields }]) =>
    fields.map((field) => ({ area: owner.replace(/Slices$/, '').toLowerCase(), slice: field.name, record: recordName(field.type) })),
  )
  const sections = slices.map(({ area, slice, record }) => section(area, slice, record, shapes.get(record)))
  return [
    '# The picture',
    '',
    '<!-- Written by "npm run generate" from the types of packages/domain: do not edit. -->',
    '',
    'Everything known about one facility: a set of slices, each a list of flat records sorted by id. An absent field is unknown;',
    '`none` and `not-applicable` are values. Every record also carries where it comes from:',
    '',
    ...table(shapes.get('Provenance')?.fields ?? []),
    '',
    ...sections,
  ].join('\n')
}

function recordName(type: string): string {
  return /^readonly (\w+)\[\]$/.exec(type)?.[1] ?? type
}

function section(area: string, slice: string, record: string, shape: Shape | undefined): string {
  return [`## ${slice}`, '', `\`${record}\`, owned by ${area}. ${shape?.says ?? ''}`.trim(), '', ...table(shape?.fields ?? []), ''].join(
    '\n',
  )
}

function table(fields: readonly Field[]): readonly string[] {
  const rows = fields.map(
    ({ name, type, optional, says }) =>
      `| \`${name}\` | \`${type.replaceAll('|', '\\|')}\` | ${optional ? 'may be unknown' : 'always'} | ${says} |`,
  )
  return ['| field | type | | meaning |', '|---|---|---|---|', ...rows]
}
