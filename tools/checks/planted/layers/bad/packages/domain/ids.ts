import type { Picture } from './picture.ts'
export type Ids = Picture
export type Id = string
