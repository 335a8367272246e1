import type { FullCatalogue, TenQuestion } from '@mimamori/catalog'
import type { TenQuestionView } from '@mimamori/contract'

/** 「はじめの10の質問」 with the choices of their first part that has any. */
export function tenQuestionsOf(catalogue: FullCatalogue): TenQuestionView[] {
  return catalogue.tenQuestions.toSorted((a, b) => a.number - b.number).map(viewOf)
}

function viewOf(question: TenQuestion): TenQuestionView {
  const choices = question.parts.find((part) => part.choices !== undefined)?.choices ?? []
  return {
    number: question.number,
    question: question.question,
    why: question.whyAsked,
    ...(question.help && { help: question.help }),
    choices: choices.map((choice) => ({ value: choice.code, label: choice.text })),
  }
}
