import { AboutBackups } from './questions/backups.tsx'
import { AboutBeds, AboutFounder, AboutKind, AboutPcs } from './questions/facility.tsx'
import { AboutPeople } from './questions/people.tsx'
import type { QuestionProps } from './questions/question-props.ts'
import { AboutRemote } from './questions/remote.tsx'
import { AboutServices } from './questions/services.tsx'
import { AboutSystems } from './questions/systems.tsx'
import { AboutVendors } from './questions/vendors.tsx'

const bodies = [
  AboutKind,
  AboutBeds,
  AboutFounder,
  AboutServices,
  AboutSystems,
  AboutVendors,
  AboutRemote,
  AboutPcs,
  AboutBackups,
  AboutPeople,
] as const

/** The fields of one question. */
export function QuestionBody({ number, ...props }: QuestionProps & { number: number }) {
  const Body = bodies[number - 1] ?? AboutKind
  return <Body key={number} {...props} />
}
