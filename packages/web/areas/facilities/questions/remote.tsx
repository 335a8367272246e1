import { setFields } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { YesNo } from './facility.tsx'
import type { QuestionProps } from './question-props.ts'

/** Whether somebody works on a system from outside. */
export function AboutRemote({ facts }: QuestionProps) {
  const saver = useSaver()
  return (
    <div className="stack loose">
      {facts.systems.map((system) => (
        <YesNo
          key={system.record.id}
          legend={system.record.name}
          record={system.record}
          fact="remoteMaintenance"
          save={(values) => void saver.save([setFields('systems', system, values)])}
        />
      ))}
    </div>
  )
}
