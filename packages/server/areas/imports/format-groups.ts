import type { FullCatalogue } from '@mimamori/catalog'
import type { ScanFormatGroup } from '@mimamori/contract'

/** What is read, and how well each format is known: the surest first. */
export function formatGroups({ scanFormats, scanBases }: FullCatalogue): ScanFormatGroup[] {
  return scanBases
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name }) => ({
      basis: name,
      formats: scanFormats
        .filter(({ basis }) => basis === id)
        .map(({ id: format, name: called, seen, made, commands }) => ({
          id: format,
          name: called,
          seen,
          made,
          commands: [...(commands ?? [])],
        })),
    }))
}
