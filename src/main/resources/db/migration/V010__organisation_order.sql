-- Lists of organisations are in the order of their names as a Chinese reader expects it: by pinyin. In names of places and
-- organisations 长 is read cháng (长沙), never zhǎng as ICU has it; so it stands behind 常.

create collation pinyin (provider = icu, locale = 'zh', rules = '&常<长');

create index organisation_by_name on organisation (name collate pinyin);
create index organisation_by_kind on organisation (kind, name collate pinyin);
create index organisation_by_supervisor on organisation (supervised_by) where supervised_by is not null;
