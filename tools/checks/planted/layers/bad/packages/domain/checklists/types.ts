export type Sheet = string
