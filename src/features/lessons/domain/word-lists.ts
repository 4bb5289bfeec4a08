/*
 * The words that the words checker goes by. A word is added here when a reader of eighty would say
 * so too; what has to be explained goes into the glossary (`content/words/`) instead.
 */

/**
 * Katakana that needs no explanation: a neighbour of eighty says these words at table, about the
 * house, the town, the post and the television. Words that come with a smartphone do not belong here,
 * but for the few that no lesson could do without. Joined words count as known when each part is.
 */
export const everydayKatakana: readonly string[] = [
  'スマホ ガラケー メール カメラ ボタン ページ ホームページ ホーム ネット',
  'インターネット パソコン メッセージ レッスン ヒント マーク カード キャッシュカード',
  'クレジットカード ポイント レシート チケット メニュー テレビ ラジオ ビデオ',
  'ニュース ゲーム カレンダー アルバム マイク コンビニ スーパー デパート センター',
  'ホール サービス コピー サイン バス タクシー エレベーター トイレ ベンチ',
  'マンション アパート ドア ポスト ポスター チラシ シール スタンプ アンケート',
  'グループ ボランティア スイッチ コンセント イヤホン レンズ カバー ケース ノート',
  'テーブル タオル ハンカチ マスク メガネ ガラス コーヒー プレゼント クリーニング',
  'サイズ プラス マイナス カタカナ ローマ アルファベット メートル パーセント マナー',
  'モード'
].flatMap((line) => line.split(' '));

/** What services, phones and helpers are called: names are not translated. */
export const properNames: readonly string[] = [
  ...['アンドロイド', 'アイフォーン', 'アイフォン', 'グーグル', 'アップル', 'ライン'],
  ...['マイナンバー', 'マイナンバーカード', 'マイナポータル', 'マイナアプリ', 'マイナポイント'],
  ...['スマホサポーター', 'ホットライン', 'デジタル']
];

/**
 * One thing has one name: the name, and the names that it is not given beside it. Labels in 「」 are
 * not looked at, for they are what a screen says.
 */
export const oneName: readonly { readonly say: string; readonly not: RegExp }[] = [
  { say: 'ふれる', not: /(?:タッチ|タップ|クリック)(?:し|する|を\s*し)/u },
  { say: '長おし', not: /長押し|ロングタップ|長タップ|長タッチ/u },
  { say: 'スマホ', not: /スマートフォン|スマフォ|(?:携帯|ケータイ)(?!(?:電話)?の?\s*会社)/u },
  { say: 'スマホ', not: /(?<!貸出)端末/u },
  { say: 'かんたんスマホ', not: /シニア(?:向け)?\s*スマホ|シニアフォン/u },
  { say: '画面', not: /ディスプレイ|モニター|スクリーン(?!ショット)/u },
  { say: 'もどる', not: /(?<![ァ-ヴー])バック(?:ボタン|キー|する|します)?(?![ァ-ヴー])/u },
  { say: 'ホームページ', not: /(?:ウェブ|Web|WEB)\s*(?:サイト|ページ)|(?<![ァ-ヴー])サイト/u },
  { say: 'アプリ', not: /アプリケーション|(?<![ァ-ヴー])ソフト(?![ァ-ヴー])/u },
  { say: 'メール', not: /[EeEe]メール|電子メール/u },
  { say: '暗証番号', not: /(?:PIN|ピン)\s*コード|(?<![A-Za-z])PIN(?![A-Za-z])|暗証コード/u },
  { say: '電池', not: /バッテリー/u },
  { say: '体験会', not: /講習会|講座|ワークショップ|セミナー/u },
  { say: '相談会', not: /サロン|相談日/u },
  { say: '公民館', not: /コミュニティ\s*センター|コミセン|市民センター/u },
  { say: '市役所', not: /(?<!市)役場|市庁舎|区役所/u },
  { say: '係の人', not: /スタッフ|オペレーター/u },
  { say: '練習', not: /シミュレーション|リハーサル|トレーニング/u }
];

/** A screen is touched; only keys, and the screens of かんたん phones, are pressed. */
export const pressedScreen = {
  say: 'ふれる',
  not: /(?:」|しるし|アイコン|絵|画面|リンク)を\s*(?:\S*[くに]\s+)?押(?!さえ)/u
} as const;

/** How a verb goes on from its stem: before て, before ら and あと, before ます. */
export const verbForms = {
  ichidan: ['て', 'た', ''],
  su: ['して', 'した', 'し'],
  ku: ['いて', 'いた', 'き'],
  gu: ['いで', 'いだ', 'ぎ'],
  u: ['って', 'った', 'い'],
  tsu: ['って', 'った', 'ち'],
  ru: ['って', 'った', 'り'],
  bu: ['んで', 'んだ', 'び'],
  mu: ['んで', 'んだ', 'み'],
  suru: ['(?:を\\s*)?して', '(?:を\\s*)?した', '(?:を\\s*)?し']
} as const;

/** Stems of verbs, one after the other, by how they go on. */
export type Verbs = Readonly<Partial<Record<keyof typeof verbForms, string>>>;

/** What a finger or a hand does to the phone, a card or a machine. */
export const handVerbs: Verbs = {
  ichidan: 'ふれ|触れ|入れ|いれ|とじ|閉じ|開け|広げ|ひろげ|すべらせ|向け|のせ',
  su: '押|お|消|け|出|はな|離|動か|うごか|うつ|写|かざ|ずら|直',
  ku: 'ひら|開|書|置|はじ|引|抜',
  gu: 'つな',
  u: '払|はら',
  tsu: '打',
  ru: 'もど|戻|送|切|めく|さわ|触|なぞ|撮|写真を ?と|取|受けと|貼',
  bu: 'えら|選',
  mu: 'つま|さしこ|差しこ|差し込',
  suru: 'タップ|クリック|スワイプ|入力|選択|登録|送信|設定|削除|追加|保存|印刷|ログイン'
};

/** What eyes, ears, the mouth or patience do: with one touch it may still be one idea. */
export const quietVerbs: Verbs = {
  ichidan: '見|確かめ|たしかめ|見せ|決め|調べ|しらべ|数え|覚え|おぼえ|伝え',
  su: 'さが|探|話|渡|わた',
  ku: '聞|聴',
  u: '言|もら',
  tsu: '待|持',
  mu: '読|頼|たの',
  suru: '相談|確認|電話|連絡|返事|用意'
};

/** Phrases that sound like a deed of the hand: what is only a manner, a wait, a thought or a look. */
export const notDeeds =
  /(?:(?:時間|間)を|少し|すこし|しばらく)\s*(?:かけ|置い|おい)て|思い[出切][しっ]|見直し|声[にを]\s*出して|[力念]を\s*入れて/gu;
