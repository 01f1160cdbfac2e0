import { createContext } from 'react';

/**
 * Who turns the pages. `parts`: a screen's own regions do. `whole`: with enlarged words on a small or wide
 * screen the frame pages everything as one column, and the regions inside it lie flat.
 */
export type Paging = 'parts' | 'whole';

export const PagingContext = createContext<Paging>('parts');
