import { findSheet } from '../checklists/store.ts'
import pad from 'left-pad'
export const routes = [findSheet, pad]
