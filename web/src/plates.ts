/** A normalised plate with the marks that people read it by: 29C-214.55, 桂F·D1234. */
export function plateText(plate: string): string {
  const vietnamese = /^(\d{2}[A-Z]{1,2})(\d{3})(\d{2})$/.exec(plate);
  if (vietnamese !== null) return `${vietnamese[1]}-${vietnamese[2]}.${vietnamese[3]}`;
  const chinese = /^(\p{Script=Han}[A-Z])([A-Z0-9]{4,6}\p{Script=Han}?)$/u.exec(plate);
  return chinese !== null ? `${chinese[1]}·${chinese[2]}` : plate;
}
