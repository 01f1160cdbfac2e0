declare module 'virtual:content-names' {
  export const reasons: readonly { readonly id: string; readonly text: { readonly vi: string; readonly en: string } }[];
  export const guides: readonly { readonly code: string; readonly slug: string; readonly title: { readonly vi: string; readonly en: string } }[];
}
