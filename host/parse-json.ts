/** The JSON value of a text, or undefined when it is not JSON. Still `unknown`: a schema comes next. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error: unknown) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
