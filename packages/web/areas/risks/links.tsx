import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFacilityId } from '../../frame/rights.ts'

export function RiskLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/f/$facility/risks/$risk" params={{ facility: useFacilityId(), risk: id }}>
      {children}
    </Link>
  )
}

export function ControlLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/f/$facility/controls/$control" params={{ facility: useFacilityId(), control: id }}>
      {children}
    </Link>
  )
}
