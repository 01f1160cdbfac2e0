declare module 'virtual:content-names' {
  export const reasons: readonly { readonly id: string; readonly text: { readonly vi: string; readonly en: string } }[];
  export const clips: readonly { readonly id: string; readonly title: { readonly vi: string; readonly en: string } }[];
  export const guides: readonly { readonly code: string; readonly slug: string; readonly title: { readonly vi: string; readonly en: string } }[];
}

declare module 'virtual:content-names-steps' {
  export const steps: Readonly<Record<string, readonly { readonly id: string; readonly name: { readonly vi: string; readonly en: string } }[]>>;
}
