/** The content library: clips, guides, playlists, notices, publications. */
export const LIBRARY_ROUTES = {} as const;
