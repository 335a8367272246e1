import { damageProblems } from './damage-references.ts'
import { moneyProblems } from './money-references.ts'
import { dangling, ids, repeated } from './references-kit.ts'
import { riskProblems } from './risk-references.ts'
import type { FullCatalogue, Sourced } from './types.ts'

type Problem = string

/** Everything that names something else names something that is there. */
export function referenceProblems(catalogue: FullCatalogue): readonly Problem[] {
  return [
    ...checklistProblems(catalogue),
    ...documentProblems(catalogue),
    ...cardProblems(catalogue),
    ...ruleProblems(catalogue),
    ...productProblems(catalogue),
    ...riskProblems(catalogue),
    ...moneyProblems(catalogue),
    ...damageProblems(catalogue),
    ...sourceProblems(catalogue),
  ]
}

function checklistProblems({ reference, topics: shorts }: FullCatalogue): readonly Problem[] {
  const editions = ids(reference.editions)
  const items = ids(reference.items)
  const topics = new Set(reference.items.map(({ topic }) => topic))
  const loaded = new Set(reference.items.map((item): string => item.edition))
  return [
    ...reference.items.flatMap((item) => dangling(`items ${item.id}`, [item.edition], editions, 'edition')),
    ...reference.items
      .filter((item) => !item.id.startsWith(`${item.edition}:`))
      .map((item) => `items ${item.id} does not begin with its edition`),
    ...orderProblems(reference.items),
    ...reference.editions
      .filter((edition) => edition.itemsLoaded !== loaded.has(edition.id))
      .map(({ id }) => `editions ${id} says otherwise about its items`),
    ...reference.crosswalk.flatMap((link) =>
      dangling(`crosswalk ${link.id}`, [link.from, ...(link.to === undefined ? [] : [link.to])], items, 'item'),
    ),
    ...reference.crosswalk
      .filter((link) => (link.to === undefined) !== (link.kind === 'ends'))
      .map(({ id }) => `crosswalk ${id}: a link ends exactly where it has no successor`),
    ...dangling('items', [...topics], ids(shorts), 'short title of topic'),
    ...dangling('topics', [...ids(shorts)], topics, 'topic'),
    ...reference.stages.flatMap((criterion) => dangling(`stages ${criterion.id}`, [criterion.topic], topics, 'topic')),
    ...reference.stages
      .filter(({ id, topic, stage }) => id !== `${topic}:${stage}`)
      .map(({ id }) => `stages ${id} is not called topic:stage`),
  ]
}

function orderProblems(items: FullCatalogue['reference']['items']): readonly Problem[] {
  const places = new Map<string, string>()
  return items.flatMap(({ id, edition, order, number }) =>
    [`${edition} place ${order}`, `${edition} number ${number}`].flatMap((place) => {
      const other = places.get(place)
      places.set(place, id)
      return other === undefined ? [] : [`items ${id} and ${other} share ${place}`]
    }),
  )
}

/** Clauses point into an edition of a checklist or into a document of `guidelines`. */
function documentProblems(catalogue: FullCatalogue): readonly Problem[] {
  const { reference } = catalogue
  const documents = new Set([...ids(reference.editions), ...ids(catalogue.guidelines)])
  const topics = new Set(reference.items.map(({ topic }) => topic))
  return [
    ...reference.items.flatMap((item) =>
      dangling(
        `items ${item.id}`,
        item.refs.map((ref) => ref.edition),
        documents,
        'document',
      ),
    ),
    ...reference.askingPlan.flatMap(({ id, refs = [] }) =>
      dangling(
        `askingPlan ${id}`,
        refs.map((ref) => ref.edition),
        documents,
        'document',
      ),
    ),
    ...reference.risks.flatMap(({ id, refs }) =>
      dangling(
        `risks ${id}`,
        refs.map((ref) => ref.edition),
        documents,
        'document',
      ),
    ),
    ...reference.duties.flatMap((duty) => dangling(`duties ${duty.id}`, [duty.ref.edition], documents, 'document')),
    ...[...catalogue.rules.values()].flatMap((rule) =>
      dangling(
        `rules ${rule.id}`,
        rule.refs.map((ref) => ref.edition),
        documents,
        'document',
      ),
    ),
    ...catalogue.topicDates.flatMap((date) => [
      ...dangling(`topicDates ${date.id}`, [date.edition], documents, 'document'),
      ...dangling(`topicDates ${date.id}`, [date.topic], topics, 'topic'),
    ]),
  ]
}

function cardProblems({ workCards, tenQuestions, reference }: FullCatalogue): readonly Problem[] {
  const topics = new Set(reference.items.map(({ topic }) => topic))
  const places = workCards.flatMap((card) =>
    repeated(card.steps.map(({ id }) => id)).map((id) => `workCards ${card.id} has two steps called ${id}`),
  )
  const parts = tenQuestions.flatMap(({ parts }) => parts)
  const partIds = ids(parts)
  return [
    ...workCards.flatMap((card) => dangling(`workCards ${card.id}`, [card.topic], topics, 'topic')),
    ...places,
    ...parts.flatMap((part) => dangling(`tenQuestions ${part.id}`, part.when ? [part.when.part] : [], partIds, 'part')),
  ]
}

function ruleProblems({ rules, measures }: FullCatalogue): readonly Problem[] {
  const known = ids(measures)
  return [...rules.values()].flatMap((rule) => dangling(`rules ${rule.id}`, rule.measures, known, 'measure'))
}

/** A name of CPE means one product, and a release is one of a product that is there. */
function productProblems({ reference: { knownProducts } }: FullCatalogue): readonly Problem[] {
  const known = ids(knownProducts)
  return [
    ...knownProducts.flatMap(({ id, releaseOf }) =>
      dangling(`knownProducts ${id}`, releaseOf === undefined ? [] : [releaseOf], known, 'product'),
    ),
    ...repeated(knownProducts.flatMap(({ cpes }) => cpes)).map((cpe) => `knownProducts has two products called ${cpe}`),
  ]
}

function sourceProblems(catalogue: FullCatalogue): readonly Problem[] {
  const known = ids(catalogue.sources)
  const { reference, rules: _, version: __, sources: ___, ...others } = catalogue
  return Object.entries({ ...reference, ...others }).flatMap(
    ([list, entries]) =>
      (entries as readonly Partial<Sourced>[]).flatMap(({ id, sources = [] }) => dangling(`${list} ${id}`, sources, known, 'source')), // all lists hold entries
  )
}
