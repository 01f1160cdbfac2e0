import type { ReactElement, ReactNode } from 'react';
import type { Annex } from '#contract/day.ts';
import type { ServicePoints } from '../areas.ts';
import { formatsOf } from '../i18n/formats.ts';

/** A document of the Vietnamese administration is in Vietnamese, whatever the page around it speaks. */
const { number, percent, wholePercent, day, decimal } = formatsOf('vi');

const LEVELS = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'] as const;
const VERDICTS = { reached: 'Đạt', 'not-reached': 'Chưa đạt', 'too-few': 'Chưa kết luận được' } as const;

/** A count that too few stand behind is left out (E177). */
const cell = (count: number | null): string => (count === null ? '…' : number(count));

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
              <td key={head[at] ?? at} className={at > 0 && typeof each === 'string' && /^[\d.,%]+(–[\d.,%]+)?$|^[…–]$/.test(each) ? 'right' : undefined}>
                {each}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The annex as it will be on paper, with the two-column head of NĐ 30/2020/NĐ-CP. */
export function AnnexDocument({ annex, points }: { readonly annex: Annex; readonly points: ServicePoints }): ReactElement {
  const { heading, ratings } = annex;
  return (
    <div className="paper" lang="vi" tabIndex={0} role="region" aria-label="Phụ lục">
      <Head heading={heading} />
      <h3>PHỤ LỤC</h3>
      <p className="paper-title">Kết quả khảo sát nhanh và tuyên truyền tại quầy</p>
      <p className="paper-span">
        Kỳ báo cáo: từ ngày {day(annex.from)} đến ngày {day(annex.to)}. {annex.unit === null ? '' : `${annex.unit.name}. `}
        {number(annex.servicePoints)} điểm phục vụ.
      </p>
      <Ratings ratings={ratings} />
      <h4>2. Theo lĩnh vực</h4>
      <Table
        head={['Lĩnh vực', 'Số lượt', 'Hài lòng', 'Khoảng tin cậy 95%', 'Mục tiêu', 'So mục tiêu']}
        rows={annex.fields.map((row) => ({
          key: row.field ?? '',
          cells: [row.field ?? 'Không nêu', cell(row.taps), row.satisfied === null ? 'Chưa đủ dữ liệu' : percent(row.satisfied.rate), row.satisfied === null ? '–' : `${percent(row.satisfied.low)}–${percent(row.satisfied.high)}`, wholePercent(row.target), row.verdict === null ? '–' : VERDICTS[row.verdict]],
        }))}
        none="Không có."
      />
      <h4>3. Lý do chưa hài lòng</h4>
      <Table head={['Lý do', 'Số lượt']} rows={annex.reasons.map((row) => ({ key: row.reason, cells: [row.text, cell(row.taps)] }))} none="Không có." />
      <h4>4. Hướng dẫn dịch vụ công trực tuyến</h4>
      <p>
        {number(annex.opened)} lượt xem hướng dẫn, {number(annex.handoffs)} lần mang về điện thoại (mã QR).
      </p>
      <Table head={['Lĩnh vực', 'Thủ tục', 'Lượt xem', 'Lượt hiển thị QR']} rows={annex.guides.map((row) => ({ key: row.procedure, cells: [row.field ?? '–', row.title, cell(row.opened), cell(row.handoffs)] }))} none="Không có." />
      <h4>5. Phim tuyên truyền</h4>
      {annex.clips === null ? <p>Trung tâm chưa đếm lượt phát.</p> : <Table head={['Phim', 'Lượt phát', 'Giờ phát']} rows={annex.clips.map((row) => ({ key: row.clip, cells: [row.title, number(row.plays), decimal(row.hours)] }))} none="Không có." />}
      <h4>6. Tình trạng thiết bị</h4>
      <Table
        head={['Điểm phục vụ', 'Kiosk', 'Gói nội dung', 'Chờ gửi', 'Thiếu']}
        rows={annex.kiosks.map((row) => ({ key: `${row.servicePoint}-${row.name}`, cells: [points.find((point) => point.id === row.servicePoint)?.name ?? row.servicePoint, row.name, row.contentVersion ?? '–', cell(row.waiting), cell(row.missing)] }))}
        none="Không có."
      />
      <Foot heading={heading} />
    </div>
  );
}

function Ratings({ ratings }: { readonly ratings: Annex['ratings'] }): ReactElement {
  const { satisfied, target, verdict, responseRate } = ratings;
  return (
    <>
      <h4>1. Mức độ hài lòng</h4>
      <p>
        {number(ratings.taps)} lượt đánh giá{responseRate === null ? '' : ` (tỷ lệ đáp ${percent(responseRate)})`}, {number(ratings.flagged)} lượt nghi ngờ.{' '}
        {satisfied === null ? 'Chưa đủ dữ liệu để nêu tỷ lệ hài lòng.' : `Hài lòng: ${percent(satisfied.rate)} (khoảng tin cậy 95%: ${percent(satisfied.low)}–${percent(satisfied.high)}).`}
        {target === null ? '' : ` Mục tiêu ${wholePercent(target)}${verdict === null ? '' : `: ${VERDICTS[verdict].toLocaleLowerCase('vi')}`}.`} Trả lời tự nguyện, không đại diện cho mọi người đến làm thủ tục.
      </p>
      <Table head={['Mức', 'Số lượt']} rows={LEVELS.map((name, at) => ({ key: name, cells: [name, cell(ratings.scores[at] ?? null)] }))} none="" />
    </>
  );
}

function Head({ heading }: { readonly heading: Annex['heading'] }): ReactElement {
  return (
    <div className="paper-head">
      <div>
        {heading.parentAgency === '' ? null : <p>{heading.parentAgency}</p>}
        <p className="ruled">{heading.agency === '' ? '…' : heading.agency}</p>
        <p>Số: {heading.numberSign === '' ? '…' : heading.numberSign}</p>
      </div>
      <div>
        <p className="nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
        <p className="ruled">Độc lập - Tự do - Hạnh phúc</p>
        <p className="dated">{heading.place === '' ? '…' : heading.place}, ngày … tháng … năm …</p>
      </div>
    </div>
  );
}

function Foot({ heading }: { readonly heading: Annex['heading'] }): ReactElement {
  return (
    <div className="paper-foot">
      <div>
        <p>Nơi nhận:</p>
        {heading.recipients.map((each) => (
          <p key={each}>- {each}</p>
        ))}
      </div>
      <div>
        <p className="signer">{heading.signerTitle}</p>
        <p className="signer-name">{heading.signer}</p>
      </div>
    </div>
  );
}
