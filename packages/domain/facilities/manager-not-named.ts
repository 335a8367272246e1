import { fact, noneWith } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** The form says that a safety manager is appointed, and nobody is named as one. */
export const managerNotNamed = defineRule({
  id: 'facilities/manager-not-named',
  area: 'facilities',
  reads: ['joinedRows', 'items', 'people', 'asOf'],
  evaluate({ joinedRows, items, people, asOf }) {
    const row = joinedRows.find((one) => byId(items, one.id)?.topic === 'mgr')
    if (row?.facility?.state !== 'yes') return
    const managers = people.filter((person) => person.roles?.includes('safety-manager'))
    if (managers.some((person) => person.until === undefined || person.until >= asOf)) return
    const gone = managers.map((person) => fact('people', person.id, 'until'))
    return {
      subjects: [row.id, row.facility.sheet],
      parties: ['facility'],
      because: [
        { say: 'says-yes', facts: [fact('answers', row.facility.answerId, 'answer')] },
        {
          say: managers.length === 0 ? 'nobody' : 'left',
          facts: managers.length === 0 ? [noneWith('people', 'roles', 'safety-manager')] : gone,
        },
      ],
    }
  },
})
