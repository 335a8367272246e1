import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { printedSheetNumber, readSheetNumber, sheetNumber } from './sheet-number.ts'

test('what is printed on a FAX is read back, however it was typed', () => {
  const number = sheetNumber('sh:v1')
  const printed = printedSheetNumber('sh:v1')
  const fullWidth = number.replace(/[A-Z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  for (const typed of [number, printed, number.toLowerCase(), fullWidth, ` ${number.slice(0, 4)} ${number.slice(4)} `])
    expect(readSheetNumber(typed)).toEqual({ kind: 'number', number })
})

test('every single wrong character is noticed', () => {
  const number = sheetNumber('sh:2026:r7:v1')
  const wrong = number.split('').flatMap((own, at) =>
    '23456789ABCDEFGHJKLMNPQRSTUVWXY'
      .split('')
      .filter((letter) => letter !== own)
      .map((letter) => `${number.slice(0, at)}${letter}${number.slice(at + 1)}`),
  )
  expect(wrong.filter((typed) => readSheetNumber(typed).kind === 'number')).toEqual([])
})

test('sheets of a hospital have numbers of their own', () => {
  const numbers = Array.from({ length: 5000 }, (_, at) => sheetNumber(`sh:2026:v${at}`))
  expect(new Set(numbers).size).toBe(5000)
})

test('nothing that is typed breaks it', () => {
  assert(property(string({ unit: 'binary' }), (typed) => ['number', 'not-a-number'].includes(readSheetNumber(typed).kind)))
})
