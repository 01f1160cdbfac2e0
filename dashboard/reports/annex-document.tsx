import type { ReactElement, ReactNode } from 'react';
import type { Annex } from '#contract/day.ts';
import type { ServicePoints } from '../areas.ts';
import { formatsOf } from '../i18n/formats.ts';

/** A document of the Vietnamese administration is in Vietnamese, whatever the page around it speaks. */
const { number, percent, day, decimal } = formatsOf('vi');

const LEVELS = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'] as const;
const VERDICTS = { reached: 'Đạt', 'not-reached': 'Chưa đạt', 'too-few': 'Chưa đủ dữ liệu' } as const;

const FACTORS: Readonly<Record<number, string>> = {
  1: '1. Tiếp cận dịch vụ',
  2: '2. Thủ tục hành chính',
  3: '3. Công chức trực tiếp giải quyết',
  4: '4. Kết quả dịch vụ',
  5: '5. Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị',
};
/** A number as Vietnamese writes it, a share, or two of them; no code and no version. */
const FIGURE = /^\d{1,3}(\.\d{3})*(,\d+)?%?(–\d+(,\d+)?%)?$|^[*–]$/;
const NO_FIELD = '(không nêu lĩnh vực)';
const NOTHING = 'Chưa có.';
const HIDDEN = '*';

/** A count that too few stand behind is left out (E177). */
const cell = (count: number | null): string => (count === null ? HIDDEN : number(count));
/** What nobody has said is a dash. */
const known = (count: number | null): string => (count === null ? '–' : number(count));

type Row = { readonly key: string; readonly cells: readonly ReactNode[] };

function Table({ head, rows, none }: { readonly head: readonly string[]; readonly rows: readonly Row[]; readonly none: string }): ReactElement {
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((each, at) => (
              <td key={head[at] ?? at} className={at > 0 && typeof each === 'string' && FIGURE.test(each) ? 'right' : undefined}>
                {each}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The annex as it will be on paper, in its words and its order, with the two-column head of NĐ 30/2020/NĐ-CP. */
export function AnnexDocument({ annex, points }: { readonly annex: Annex; readonly points: ServicePoints }): ReactElement {
  const { heading, ratings } = annex;
  return (
    <div className="paper" lang="vi" tabIndex={0} role="region" aria-label="Phụ lục">
      <Head heading={heading} year={annex.to.slice(0, 4)} />
      <h3>PHỤ LỤC</h3>
      <p className="paper-title">Kết quả khảo sát nhanh và tuyên truyền tại quầy</p>
      <p className="paper-span">
        Từ ngày {day(annex.from)} đến ngày {day(annex.to)}
        {annex.unit === null ? '' : ` · ${annex.unit.name}`} · {number(annex.servicePoints)} điểm phục vụ
      </p>
      <h4>1. Lượt xem hướng dẫn và lượt hiển thị mã QR</h4>
      <Table
        head={['Lĩnh vực', 'Mã thủ tục', 'Hướng dẫn', 'Lượt xem', 'Lượt hiện mã QR']}
        rows={[
          ...annex.guides.map((row) => ({ key: row.procedure, cells: [row.field ?? NO_FIELD, row.procedure, row.title, cell(row.opened), cell(row.handoffs)] })),
          ...(annex.guides.length === 0 ? [] : [{ key: 'total', cells: ['Tổng', '', '', number(annex.opened), number(annex.handoffs)] }]),
        ]}
        none={NOTHING}
      />
      <h4>2. Lượt phát đoạn phim và giờ phát</h4>
      <Table head={['Đoạn phim', 'Lượt phát', 'Giờ phát']} rows={(annex.clips ?? []).map((row) => ({ key: row.clip, cells: [row.title, number(row.plays), decimal(row.hours)] }))} none={NOTHING} />
      <Ratings ratings={ratings} />
      <h4>4. Tỷ lệ hài lòng theo lĩnh vực so với chỉ tiêu (đất đai, xây dựng, đầu tư: từ 85%)</h4>
      <Table
        head={['Lĩnh vực', 'Lượt đánh giá', 'Tỷ lệ hài lòng', 'Khoảng tin cậy 95%', 'Chỉ tiêu', 'So với chỉ tiêu']}
        rows={annex.fields.map((row) => ({
          key: row.field ?? '',
          cells: [row.field ?? NO_FIELD, cell(row.taps), row.satisfied === null ? '–' : percent(row.satisfied.rate), row.satisfied === null ? '–' : `${percent(row.satisfied.low)}–${percent(row.satisfied.high)}`, percent(row.target), row.verdict === null ? HIDDEN : VERDICTS[row.verdict]],
        }))}
        none={NOTHING}
      />
      <h4>5. Lý do chưa hài lòng</h4>
      <Table
        head={['Lý do', 'Yếu tố', 'Lượt chọn']}
        rows={annex.reasons.map((row) => ({ key: row.reason, cells: [row.text, row.factor === null ? '' : (FACTORS[row.factor] ?? ''), cell(row.taps)] }))}
        none={NOTHING}
      />
      <h4>6. Tình trạng thiết bị (đến lúc lập báo cáo)</h4>
      <Table
        head={['Điểm phục vụ', 'Kiosk', 'Chờ gửi', 'Lượt còn thiếu', 'Bản nội dung']}
        rows={annex.kiosks.map((row) => ({ key: `${row.servicePoint}-${row.name}`, cells: [points.find((point) => point.id === row.servicePoint)?.name ?? row.servicePoint, row.name, known(row.waiting), known(row.missing), row.contentVersion ?? '–'] }))}
        none={NOTHING}
      />
      <h4>7. Góp ý đã công khai</h4>
      <p>Số góp ý đã công khai: …… (cán bộ ghi).</p>
      <Foot heading={heading} />
    </div>
  );
}

function Ratings({ ratings }: { readonly ratings: Annex['ratings'] }): ReactElement {
  const { satisfied, target, verdict, responseRate, scores } = ratings;
  const levels = LEVELS.map((name, at) => ({ key: name, cells: [`${at + 1}. ${name}`, cell(scores[at] ?? null)] })).toReversed();
  const total = scores.every((count) => count === null) ? HIDDEN : number(ratings.taps);
  return (
    <>
      <h4>3. Lượt đánh giá theo 5 mức</h4>
      <Table head={['Mức', 'Lượt']} rows={[...levels, { key: 'total', cells: ['Tổng', total] }]} none="" />
      <p>
        {satisfied === null ? 'Tỷ lệ hài lòng: chưa đủ dữ liệu.' : `Tỷ lệ hài lòng: ${percent(satisfied.rate)} (khoảng tin cậy 95%: ${percent(satisfied.low)}–${percent(satisfied.high)}).`}
        {target === null || verdict === null ? '' : ` Chỉ tiêu ${percent(target)}: ${VERDICTS[verdict].toLocaleLowerCase('vi')}.`}
        {responseRate === null ? '' : ` Tỷ lệ trả lời: ${percent(responseRate)} số lần được hỏi.`} Lượt nghi bấm nhầm: {ratings.flagged === null ? '*' : number(ratings.flagged)}.
      </p>
    </>
  );
}

function Head({ heading, year }: { readonly heading: Annex['heading']; readonly year: string }): ReactElement {
  return (
    <div className="paper-head">
      <div>
        {heading.parentAgency === '' ? null : <p>{heading.parentAgency}</p>}
        <p className="ruled">{heading.agency === '' ? '……………………' : heading.agency}</p>
        <p>Số: {heading.numberSign === '' ? '…/BC-…' : heading.numberSign}</p>
      </div>
      <div>
        <p className="nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
        <p className="ruled">Độc lập - Tự do - Hạnh phúc</p>
        <p className="dated">{heading.place === '' ? '……………' : heading.place}, ngày … tháng … năm {year}</p>
      </div>
    </div>
  );
}

function Foot({ heading }: { readonly heading: Annex['heading'] }): ReactElement {
  return (
    <div className="paper-foot">
      <div>
        <p>Nơi nhận:</p>
        {(heading.recipients.length === 0 ? ['……………'] : heading.recipients).map((each) => (
          <p key={each}>- {each}</p>
        ))}
      </div>
      <div>
        <p className="signer">{heading.signerTitle === '' ? '……………………' : heading.signerTitle}</p>
        <p className="dated">(Ký, ghi rõ họ tên)</p>
        <p className="signer-name">{heading.signer}</p>
      </div>
    </div>
  );
}
