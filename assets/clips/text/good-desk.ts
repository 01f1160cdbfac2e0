import type { ClipText } from './clip-text.ts';

const tag = 'Minh họa';

/** A model told as an example: no place, no figure, nobody's name. Every page says so. */
export const goodDesk: ClipText = {
  id: 'good-desk',
  title: { vi: 'Minh họa: một buổi ở bộ phận một cửa', en: 'An example: a morning at a one-stop desk' },
  description: {
    vi: 'Câu chuyện minh họa, không phải một nơi có thật. Bà đến bộ phận một cửa, xem hướng dẫn trên máy. Cán bộ cùng bà xem từng bước. Có quầy thấp cho người đi xe lăn. Cháu học cách giúp bà ở nhà. Cuối buổi, ai cũng có thể góp ý bằng một chạm.',
    en: 'A made-up example, not a real place. A grandmother comes to the one-stop desk and looks at a guide on the machine. The officer goes through each step with her. There is a low counter for wheelchair users. Her grandchild learns how to help at home. At the end anyone can give an opinion with one touch.',
  },
  pages: [
    { id: 'story', seconds: 4.8, arrival: 'first', tag, lines: ['Chuyện minh họa:', 'một buổi ở một cửa'], wideLines: ['Chuyện', 'minh họa: một', 'buổi ở một cửa'], picture: { name: 'kiosk', people: ['grandmother', 'student'], ground: 'saffron' } },
    { id: 'together', seconds: 5.2, arrival: 'slide', tag, lines: ['Cán bộ cùng xem', 'từng bước với bà'], wideLines: ['Cán bộ', 'cùng xem từng', 'bước với bà'], picture: { name: 'counter', people: ['grandmother', 'girl'], ground: 'leaf' } },
    { id: 'low', seconds: 4.2, arrival: 'slide', tag, lines: ['Có quầy thấp', 'cho xe lăn'], wideLines: ['Có', 'quầy thấp', 'cho xe lăn'], picture: { name: 'counter', people: ['wheelchair'], ground: 'lotus' } },
    { id: 'learn', seconds: 4.6, arrival: 'turn', tag, lines: ['Cháu học cách', 'giúp bà ở nhà'], wideLines: ['Cháu', 'học cách giúp', 'bà ở nhà'], picture: { name: 'crowd', people: ['grandmother', 'student', 'girl'], ground: 'pale' } },
    { id: 'opinion', seconds: 4.6, arrival: 'slide', tag, lines: ['Xong việc, góp ý', 'bằng một chạm'], wideLines: ['Xong việc,', 'góp ý bằng', 'một chạm'], picture: { name: 'kiosk', people: ['grandfather', 'mother'], ground: 'leaf' } },
  ],
  captions: [
    { from: 0.4, until: 4.6, vi: 'Chuyện minh họa. Bà đến một cửa, xem hướng dẫn trên máy.', en: 'An example. Grandmother comes to the desk and reads a guide.' },
    { from: 4.8, until: 9.8, vi: 'Cán bộ cùng bà xem từng bước, không làm thay.', en: 'The officer goes through each step with her, not instead of her.' },
    { from: 10, until: 14, vi: 'Quầy thấp, có chỗ cho người đi xe lăn.', en: 'A low counter has room for wheelchair users.' },
    { from: 14.2, until: 18.6, vi: 'Cháu học cách làm để giúp bà ở nhà.', en: 'The grandchildren learn it to help at home.' },
    { from: 18.8, until: 23.2, vi: 'Xong việc, ai cũng góp ý được bằng một chạm.', en: 'At the end anyone can give an opinion with one touch.' },
  ],
};
