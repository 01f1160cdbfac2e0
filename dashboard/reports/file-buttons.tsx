import { useState, type ReactElement } from 'react';
import type { HttpRouteName } from '#contract/http-routes.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { saveFile } from './save-file.ts';

export type FileFormat = 'csv' | 'xlsx' | 'docx' | 'html';

const FORMAT_WORDS: Readonly<Record<FileFormat, WordKey>> = { csv: 'formatCsv', xlsx: 'formatXlsx', docx: 'formatDocx', html: 'formatHtml' };

type FileButtonsProps = { readonly client: CentreClient; readonly route: HttpRouteName; readonly query: Readonly<Record<string, string>>; readonly formats: readonly FileFormat[] };

/** One button a format; the printable page opens beside this one. A refusal is told here and not saved as a file. */
export function FileButtons({ client, route, query, formats }: FileButtonsProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const load = async (format: FileFormat): Promise<void> => {
    const answer = await client.fetchFile(route, { query: { ...query, format } });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    saveFile(answer.value);
    toast(say('fileSaved', { name: answer.value.name }));
  };
  return (
    <div className="file-buttons">
      <Problem failure={failure} />
      <div className="buttons">
        {formats.map((format, at) =>
          format === 'html' ? (
            <a key={format} className="secondary" href={client.addressOf(route, { query: { ...query, format } })} target="_blank" rel="noreferrer">
              <Icon name="printer" className="icon" />
              {say(FORMAT_WORDS[format])}
            </a>
          ) : (
            <button key={format} type="button" className={at === 0 ? 'primary' : 'secondary'} onClick={() => void load(format)}>
              {at === 0 ? null : <Icon name="down" className="icon" />}
              {say(FORMAT_WORDS[format])}
            </button>
          ),
        )}
      </div>
    </div>
  );
}
