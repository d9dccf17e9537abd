/** That one question builds on another, as it was written. */
export interface Requirement {
  readonly by: string;
  readonly id: string;
  /** Says what is wrong with it, at its place in its file. */
  readonly report: (message: string) => void;
}

/** Reports requirements that lead back to where they began: no card of such a circle could come first. */
export function reportCircles(requirements: readonly Requirement[]): void {
  const byQuestion = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    byQuestion.set(requirement.by, [...(byQuestion.get(requirement.by) ?? []), requirement]);
  }
  const visited = new Set<string>();
  const path: string[] = [];
  const visit = (question: string) => {
    visited.add(question);
    path.push(question);
    for (const { id, report } of byQuestion.get(question) ?? []) {
      const start = path.indexOf(id);
      if (start >= 0) {
        const circle = [...path.slice(start), id].map((name) => `“${name}”`);
        report(`requires in a circle, so that none could come first: ${circle.join(' → ')}`);
      } else if (!visited.has(id)) visit(id);
    }
    path.pop();
  };
  for (const question of byQuestion.keys()) if (!visited.has(question)) visit(question);
}
