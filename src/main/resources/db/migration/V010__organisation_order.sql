-- Lists of organisations are in the order of their names as a Chinese reader expects it: by pinyin.

create index organisation_by_name on organisation (name collate "zh-x-icu");
create index organisation_by_kind on organisation (kind, name collate "zh-x-icu");
create index organisation_by_supervisor on organisation (supervised_by) where supervised_by is not null;
