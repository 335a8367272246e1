import type { NetworkQuestion } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { BlockAnswer, ControlAnswer, DeviceAnswer, LostAnswer, TrustAnswer, ZonesAnswer } from './question-answers.tsx'
import { useSeen } from './use-seen.ts'

const why = {
  zones: 'network.q.zones.why',
  'zone-of-block': 'network.q.block.why',
  'zone-of-devices': 'network.q.devices.why',
  'line-device': 'network.q.line.why',
  'link-control': 'network.q.control.why',
  'guest-zone': 'network.q.guest.why',
  'eligibility-zone': 'network.q.eligibility.why',
  'vpn-device': 'network.q.vpn.why',
  'remote-path-way': 'network.q.way.why',
} as const satisfies Readonly<Record<NetworkQuestion['ask'], PlainKey>>

/** What the map needs and nobody has said, one question at a time, with what it is for. */
export function QuestionCard() {
  const { t } = useWords()
  const { view } = useSeen()
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const open = view.questions.toSorted((a, b) => a.order - b.order).filter(({ id }) => !later.has(id))
  const [question] = open
  if (view.questionsTotal === 0) return null
  if (!question)
    return (
      <section className="card stack">
        <h2>{t('network.questions')}</h2>
        <p className="small">{t('network.questions.later', { count: view.questionsTotal })}</p>
        <p>
          <button type="button" className="button low" onClick={() => setLater(new Set())}>
            {t('network.questions.again')}
          </button>
        </p>
      </section>
    )
  return (
    <section className="card stack question-card no-print" aria-labelledby="map-question">
      <p className="source">{t('network.questions.left', { count: view.questionsTotal - later.size })}</p>
      <h2 id="map-question">
        <Asked question={question} />
      </h2>
      <p className="small second">{t(why[question.ask])}</p>
      <Answer key={question.id} question={question} />
      <p>
        <button type="button" className="text-button small" onClick={() => setLater(new Set([...later, question.id]))}>
          {t('network.questions.skip')}
        </button>
      </p>
    </section>
  )
}

function Asked({ question: { ask, subject, count = 0 } }: { question: NetworkQuestion }): ReactNode {
  const { t } = useWords()
  const { nameOf, edgeOf } = useSeen()
  const edge = edgeOf(subject)
  switch (ask) {
    case 'zones':
      return t('network.q.zones')
    case 'zone-of-block':
      return t('network.q.block', { block: subject, count })
    case 'zone-of-devices':
      return t('network.q.devices', { count })
    case 'line-device':
      return t('network.q.line', { name: nameOf(subject) })
    case 'vpn-device':
      return t('network.q.vpn', { name: nameOf(subject) })
    case 'link-control':
      return edge ? t('network.q.control', { from: nameOf(edge.from), to: nameOf(edge.to) }) : subject
    case 'guest-zone':
      return t('network.q.guest')
    case 'eligibility-zone':
      return t('network.q.eligibility')
    case 'remote-path-way':
      return t('network.q.way', { name: nameOf(subject) })
  }
}

function Answer({ question }: { question: NetworkQuestion }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const { ask, subject } = question
  switch (ask) {
    case 'zones':
      return <ZonesAnswer />
    case 'zone-of-block':
      return <BlockAnswer block={subject} />
    case 'zone-of-devices':
      return <LostAnswer />
    case 'line-device':
      return <DeviceAnswer part="lines" id={subject} />
    case 'vpn-device':
      return <DeviceAnswer part="vpns" id={subject} />
    case 'link-control':
      return <ControlAnswer edge={subject} />
    case 'guest-zone':
      return <TrustAnswer trust="guest" />
    case 'eligibility-zone':
      return <TrustAnswer trust="eligibility" />
    case 'remote-path-way':
      return (
        <Link className="button low" to="/f/$facility/register/$part" params={{ facility, part: 'remotePaths' }}>
          {t('network.q.way.open')}
        </Link>
      )
  }
}
