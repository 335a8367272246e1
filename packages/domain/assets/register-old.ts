import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { newestConfirmed } from './register-age.ts'

/** A register of devices that nobody has gone through for a year, or of which no day is known. */
export const registerOld = defineRule({
  id: 'assets/register-old',
  area: 'assets',
  reads: ['assets', 'facility', 'periods', 'asOf'],
  evaluate({ assets, facility, periods, asOf }) {
    const listed = assets.filter((asset) => !asset.unlisted)
    const [first] = listed
    const [own] = facility
    if (!first || !own) return
    const newest = newestConfirmed(listed)
    const subjects = [own.id] as const
    if (newest?.confirmedOn === undefined) {
      const facts = [fact('assets', first.id, 'confirmedOn'), fact('facility', own.id)]
      return { subjects, parties: ['facility'], because: [{ say: 'undated', grade: 'undated', facts }] }
    }
    const dueOn = addDays(newest.confirmedOn, byId(periods, 'register-old')?.days ?? 0)
    if (dueOn >= asOf) return
    const facts = [fact('assets', newest.id, 'confirmedOn'), fact('facility', own.id)]
    return { subjects, parties: ['facility'], because: [{ say: 'old', with: { on: newest.confirmedOn }, facts }], dueOn }
  },
})
