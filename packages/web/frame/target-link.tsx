import type { Target } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { assetStates } from '../areas/assets/index.ts'

/** A button that leads where the server says: a kind of screen and what it shows. */
export function TargetLink({
  facility,
  target,
  className,
  children,
}: {
  facility: string
  target: Target
  className: string
  children: ReactNode
}) {
  const { screen, id } = target
  const params = { facility }
  const rest = { className, children }
  switch (screen) {
    case 'setup':
      return <Link to="/f/$facility/start/{-$step}" params={{ facility, ...(id !== undefined && { step: id }) }} {...rest} />
    case 'item':
      return <Link to="/f/$facility/checklist" params={params} search={{ mode: 'one', ...(id !== undefined && { item: id }) }} {...rest} />
    case 'joined':
      return <Link to="/f/$facility/joined" params={params} search={id === undefined ? {} : { item: id }} {...rest} />
    case 'vendor':
      return <Link to="/f/$facility/vendors" params={params} search={id === undefined ? {} : { vendor: id }} {...rest} />
    case 'finding':
      return <Link to="/f/$facility/finding" params={params} search={id === undefined ? {} : { id }} {...rest} />
    case 'task':
      return id === undefined ? (
        <Link to="/f/$facility/tasks" params={params} search={{}} {...rest} />
      ) : (
        <Link to="/f/$facility/tasks/$task" params={{ facility, task: id }} {...rest} />
      )
    case 'paper':
      return <Link to="/f/$facility/papers" params={params} {...rest} />
    case 'people':
      return <Link to="/f/$facility/people" params={params} {...rest} />
    case 'edition':
      return <Link to="/f/$facility/edition" params={params} {...rest} />
    case 'year':
      return <Link to="/f/$facility/year" params={params} {...rest} />
    case 'asset':
      return id === undefined ? (
        <Link to="/f/$facility/assets" params={params} search={{}} {...rest} />
      ) : (
        <Link to="/f/$facility/assets/$asset" params={{ facility, asset: id }} {...rest} />
      )
    case 'assets': {
      const state = assetStates.find((each) => each === id)
      return <Link to="/f/$facility/assets" params={params} search={state ? { state } : {}} {...rest} />
    }
    case 'unlisted':
      return <Link to="/f/$facility/unlisted" params={params} {...rest} />
    case 'register':
      return <Link to="/f/$facility/register/$part" params={{ facility, part: id ?? 'lines' }} {...rest} />
    case 'network':
      return <Link to="/f/$facility/network" params={params} search={id === undefined ? {} : { finding: id }} {...rest} />
    case 'risks':
      return <Link to="/f/$facility/risks" params={params} search={{}} {...rest} />
    case 'risk':
      return <Link to="/f/$facility/risks/$risk" params={{ facility, risk: id ?? '' }} {...rest} />
    case 'control':
      return <Link to="/f/$facility/controls/$control" params={{ facility, control: id ?? '' }} {...rest} />
    case 'checklist':
      return <Link to="/f/$facility/checklist" params={params} {...rest} />
  }
}
