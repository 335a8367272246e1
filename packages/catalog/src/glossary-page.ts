import type { GlossaryTerm } from './types.ts'

/** docs/glossary.md: the words of the screens in their order, for people who write for the product. */
export function glossaryPage(terms: readonly GlossaryTerm[]): string {
  const rows = terms
    .toSorted((a, b) => a.order - b.order)
    .map(({ term, plain, code }) => row([term.ja, plain.ja, term.en, plain.en, `\`${code}\``]))
  return `# Glossary

The word on the screen is the word in the code. Written by "npm run generate" from \`packages/catalog/data/glossary.json\`: edit that file.

Words that mean something else in a hospital always carry their qualifier: インシデント, 管理者, 保険, 感染, 隔離, 同意, 資格.
A finding is 「気づき」, never 「所見」; evidence is 「根拠資料」.

| Screen | For a clerk | English | In plain English | Code |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
