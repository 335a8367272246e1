import type { Facility, Picture, Slices } from '@mimamori/domain'

/** How far the ten questions have come: the first that is open, and whether all were gone through. */
export interface SetupState {
  readonly done: boolean
  readonly begun: boolean
  readonly next: number
  readonly minutesLeft: number
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const withoutBeds: readonly string[] = ['clinic', 'dental-clinic', 'pharmacy', 'checkup-centre', 'laboratory', 'checkup-lab-centre']

/** Where the screen of the ten questions notes what was left with 「わからない」 (`3=unknown`) and that the end was reached. */
const marksKey = 'tenQuestions'

/** NOTE: an example or an imported folder knows kind, systems and people without anybody having been asked. */
export function setupOf(picture: Picture): SetupState {
  const { slices } = picture
  const [own] = slices.facility
  const marks = new Set((own?.extra?.[marksKey] ?? '').split(' '))
  const open = numbers.filter((number) => !isSkipped(number, own) && !isAnswered(number, slices) && !marks.has(`${number}=unknown`))
  const isFilled = [1, 5, 10].every((number) => isAnswered(number, slices))
  const begun = open.length < numbers.filter((number) => !isSkipped(number, own)).length
  return { done: marks.has('end=done') || open.length === 0 || isFilled, begun, next: open[0] ?? 10, minutesLeft: Math.max(1, open.length) }
}

function isSkipped(number: number, own: Facility | undefined): boolean {
  if (number === 2) return own?.kind !== undefined && withoutBeds.includes(own.kind)
  return [6, 7, 9].includes(number) && own?.usesSystems === 'no'
}

function isAnswered(number: number, { facility, services, systems, backups, people }: Slices): boolean {
  const [own] = facility
  const all = (isKnown: (system: Slices['systems'][number]) => boolean) => systems.length > 0 && systems.every(isKnown)
  const answered: Readonly<Record<number, () => boolean>> = {
    1: () => own?.kind !== undefined,
    2: () => own?.beds !== undefined,
    3: () => own?.founder !== undefined,
    4: () => services.length > 0,
    5: () => own?.usesSystems !== undefined || systems.length > 0,
    6: () => all((system) => system.vendor !== undefined),
    7: () => all((system) => system.remoteMaintenance !== undefined),
    8: () => own?.clientPcs !== undefined,
    9: () => all((system) => system.extra?.backup === 'none' || backups.some((backup) => backup.system === system.id)),
    10: () => people.some((person) => person.roles?.includes('safety-manager')),
  }
  return answered[number]?.() ?? false
}
