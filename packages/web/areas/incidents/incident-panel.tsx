import { routes } from '@mimamori/contract'
import { useEffect } from 'react'
import { useView } from '../../data/queries.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { NameWithReading } from '../../ui/ruby.tsx'
import { clockTime } from '../../ui/show-date.ts'
import { type ContactLine, contactsOf, rememberContacts, rememberedContacts } from './contacts.ts'
import './incident.css'

const groups: readonly { group: ContactLine['group']; name: PlainKey }[] = [
  { group: 'inside', name: 'incident.inside' },
  { group: 'vendor', name: 'incident.vendors' },
  { group: 'outside', name: 'incident.outside' },
]

/** What to do in the first minutes, and whom to call. Needs no rights, no sign-in and no connection. */
export function IncidentPanel({ facility, openedAt, close }: { facility: string | undefined; openedAt: Date; close: () => void }) {
  const { t } = useWords()
  const lines = useContacts(facility)
  const first = lines.find((line) => line.group === 'inside')
  return (
    <>
      <div className="incident-head">
        <h2 id="incident-name">{t('incident.button')}</h2>
        <span className="number">{clockTime(openedAt)}</span>
        <button type="button" onClick={close}>
          {t('incident.close')}
        </button>
      </div>
      <div className="incident-body">
        <p className="safety">
          <strong>{t('incident.patients')}</strong>
          <strong>{t('incident.power')}</strong>
        </p>
        <section>
          <h3>{t('incident.three')}</h3>
          <ol className="acts">
            <Act number={1} act={t('incident.act1')} more={t('incident.act1.more')} />
            <Act number={2} act={t('incident.act2')} more={t('incident.act2.more')} />
            <Act
              number={3}
              act={t('incident.act3')}
              more={first ? t('incident.act3.whom', { name: first.name }) : t('incident.act3.paper')}
            />
          </ol>
          {first && (
            <p className="call-first">
              <Numbers line={first} big />
            </p>
          )}
        </section>
        <section>
          <h3>{t('incident.contacts')}</h3>
          {lines.length === 0 && <p>{t('incident.noContacts')}</p>}
          {groups.map(({ group, name }) => (
            <ContactGroup key={group} name={t(name)} lines={lines.filter((line) => line.group === group)} />
          ))}
        </section>
      </div>
    </>
  )
}

function useContacts(facility: string | undefined): readonly ContactLine[] {
  const facts = useView(routes.facts, facility ?? '', {}, { enabled: facility !== undefined }).data
  useEffect(() => {
    if (facts) rememberContacts(contactsOf(facts))
  }, [facts])
  return facts ? contactsOf(facts) : rememberedContacts()
}

function Act({ number, act, more }: { number: number; act: string; more: string }) {
  return (
    <li>
      <span className="disc" aria-hidden="true">
        {number}
      </span>
      <p>
        <strong>{act}</strong> {more}
      </p>
    </li>
  )
}

function ContactGroup({ name, lines }: { name: string; lines: readonly ContactLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h4>{name}</h4>
      <ul className="contacts">
        {lines.map((line) => (
          <li key={`${line.name} ${line.phone ?? ''}`}>
            <span>
              <NameWithReading name={line.name} kana={line.kana} />
              {line.about !== undefined && <span className="source"> {line.about}</span>}
            </span>
            <span className="row">
              <Numbers line={line} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Numbers({ line, big = false }: { line: ContactLine; big?: boolean }) {
  const { t } = useWords()
  const look = big ? 'button' : 'whole'
  return (
    <>
      {line.extension !== undefined && (
        <strong className={big ? 'extension' : 'whole'}>{t('incident.extension', { number: line.extension })}</strong>
      )}
      {line.phone !== undefined && (
        <a className={look} href={`tel:${line.phone.replace(/[^\d+]/g, '')}`}>
          {line.phone}
        </a>
      )}
      {line.nightPhone !== undefined && (
        <a className={look} href={`tel:${line.nightPhone.replace(/[^\d+]/g, '')}`}>
          {t('incident.night', { number: line.nightPhone })}
        </a>
      )}
    </>
  )
}
