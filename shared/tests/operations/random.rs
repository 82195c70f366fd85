//! Random blueprints and random operations upon them, sensible and senseless ones.

use std::sync::OnceLock;

use shared::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
use shared::blueprint::*;
use shared::design::design;
use shared::operation::*;
use shared::platform::Platform;
use shared::words::Language;

/// Numbers that follow from a seed (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let at = self.below(items.len());
        items.get(at)
    }

    pub(crate) fn of<T: Clone>(&mut self, items: &[T]) -> T {
        self.pick(items).unwrap().clone()
    }

    pub(crate) fn id(&mut self, prefix: &str) -> String {
        format!("{prefix}_{:x}", self.next())
    }
}

/// Designs of many answers, and the small blueprint that unit tests use.
pub(crate) fn blueprints() -> &'static [Blueprint] {
    static DESIGNS: OnceLock<Vec<Blueprint>> = OnceLock::new();
    DESIGNS.get_or_init(|| {
        let mut random = Random::new(7);
        let designs = (0..12).map(|_| design(&answers(&mut random)));
        let small = read(include_str!("../../src/blueprint/fixture.json")).unwrap();
        designs.chain(std::iter::once(small)).collect()
    })
}

/// Random answers.
pub(crate) fn answers(random: &mut Random) -> Answers {
    Answers {
        platform: random.of(&Platform::ALL),
        team_size: random.of(&TeamSize::ALL),
        priorities: Priority::ALL.into_iter().filter(|_| random.one_in(3)).collect(),
        features: Feature::ALL.into_iter().filter(|_| random.one_in(3)).collect(),
        complexity: random.of(&Complexity::ALL),
        customization: Customization { language: random.of(&Language::ALL), ..Customization::default() },
    }
}

/// A random blueprint: now and then a design, most often the small one, with some random operations applied.
pub(crate) fn blueprint(seed: u64) -> Blueprint {
    let mut random = Random::new(seed);
    let all = blueprints();
    let mut blueprint = if random.one_in(4) { random.of(all) } else { all.last().unwrap().clone() };
    for _ in 0..random.below(4) {
        let next = operation(&blueprint, random.next());
        let _ = apply(&mut blueprint, next);
    }
    blueprint
}

/// A random operation upon `blueprint`; about one in five does not fit.
pub(crate) fn operation(blueprint: &Blueprint, seed: u64) -> Operation {
    let mut random = Random::new(seed);
    let make = Make { blueprint };
    match random.below(12) {
        0 => {
            let count = random.below(4);
            let operations = (0..count).map(|_| make.one(&mut random)).collect();
            Operation::Group { operations }
        }
        _ => make.one(&mut random),
    }
}

struct Make<'a> {
    blueprint: &'a Blueprint,
}

const TEXTS: [&str; 10] = [
    "",
    "Chats",
    "Ideas, Plans",
    "Active",
    "2026-03-20",
    "7",
    "https://example.com/a",
    "ada@example.com",
    "true",
    "名前",
];

impl Make<'_> {
    fn one(&self, random: &mut Random) -> Operation {
        match random.below(10) {
            0 | 1 => self.add(random),
            2 => Operation::remove(self.element(random)),
            3 => self.shift(random),
            4 => self.change_kinds(random),
            5 => self.set_cell(random),
            _ => self.edit(random),
        }
    }

    fn table(&self, random: &mut Random) -> TableId {
        match random.pick(&self.blueprint.tables) {
            Some(table) if !random.one_in(40) => table.id.clone(),
            _ => "tbl_nowhere".into(),
        }
    }

    fn field_of(&self, random: &mut Random, table: &TableId) -> FieldId {
        let fields = self.blueprint.table(table).map(|table| table.fields.as_slice()).unwrap_or_default();
        match random.pick(fields) {
            Some(field) if !random.one_in(40) => field.id.clone(),
            _ => "fld_nowhere".into(),
        }
    }

    fn field(&self, random: &mut Random) -> FieldId {
        let table = self.table(random);
        self.field_of(random, &table)
    }

    fn row(&self, random: &mut Random) -> Option<(TableId, RowId)> {
        let table = random.pick(&self.blueprint.tables)?;
        random.pick(&table.sample_rows).map(|row| (table.id.clone(), row.id.clone()))
    }

    fn element(&self, random: &mut Random) -> ElementId {
        let table = random.pick(&self.blueprint.tables);
        let found = match random.below(10) {
            0 => table.map(|table| ElementId::Table(table.id.clone())),
            1 | 2 => Some(ElementId::Field(self.field(random))),
            3 => table.and_then(|table| random.pick(&table.fields)).and_then(|field| {
                random.pick(field.kind.options()).map(|option| ElementId::Option(option.id.clone()))
            }),
            4 => table.and_then(|table| random.pick(&table.views)).map(|it| ElementId::View(it.id.clone())),
            5 => self.row(random).map(|(_, row)| ElementId::Row(row)),
            6 => random.pick(&self.blueprint.automations).map(|it| ElementId::Automation(it.id.clone())),
            7 => random.pick(&self.blueprint.dashboards).map(|it| ElementId::Dashboard(it.id.clone())),
            8 => random
                .pick(&self.blueprint.dashboards)
                .and_then(|it| random.pick(&it.charts))
                .map(|it| ElementId::Chart(it.id.clone())),
            _ => Some(ElementId::Blueprint).filter(|_| random.one_in(10)),
        };
        found.unwrap_or_else(|| ElementId::View("viw_nowhere".into()))
    }

    fn text(&self, random: &mut Random) -> String {
        if random.one_in(100) { "x".repeat(100_001) } else { random.of(&TEXTS).to_owned() }
    }

    fn value(&self, random: &mut Random, field: &FieldId) -> CellValue {
        let options = self.blueprint.field(field).map(|(_, field)| field.kind.options()).unwrap_or_default();
        match random.below(7) {
            0 => CellValue::Bool(random.one_in(2)),
            1 => CellValue::Number(self.number(random)),
            2 => match random.pick(options) {
                Some(option) => CellValue::Text(option.id.to_string()),
                None => CellValue::Number(if random.one_in(4) { f64::NAN } else { 3.0 }),
            },
            3 => CellValue::List(options.iter().map(|option| option.id.to_string()).take(2).collect()),
            4 => CellValue::List(self.row(random).into_iter().map(|(_, row)| row.to_string()).collect()),
            _ => CellValue::Text(self.text(random)),
        }
    }

    /// Any finite number, most often a small one.
    fn number(&self, random: &mut Random) -> f64 {
        let small = random.below(20) as f64 / 2.0;
        match random.below(4) {
            0 => Some(f64::from_bits(random.next())).filter(|any| any.is_finite()).unwrap_or(-0.0),
            _ => small,
        }
    }

    fn kind(&self, random: &mut Random, table: &TableId) -> FieldKind {
        match random.below(16) {
            0 => FieldKind::LongText,
            1 => FieldKind::Number { format: random.of(&[NumberFormat::Integer, NumberFormat::Decimal]) },
            2 => FieldKind::Date,
            3 => FieldKind::Datetime,
            4 => FieldKind::Checkbox,
            5 => FieldKind::Select { options: self.options(random) },
            6 => FieldKind::MultiSelect { options: self.options(random) },
            7 => FieldKind::Url,
            8 => FieldKind::Email,
            9 => FieldKind::Person { many: random.one_in(2) },
            10 => FieldKind::Rating { max: 5 },
            11 => FieldKind::Relation {
                table: self.table(random),
                cardinality: random.of(&[Cardinality::One, Cardinality::Many]),
                inverse: None,
            },
            12 => self.rollup(random, table),
            13 => FieldKind::Formula { expression: format!("{{{}}} & \"!\"", self.field_of(random, table)) },
            14 if random.one_in(4) => FieldKind::Title,
            _ => FieldKind::Text,
        }
    }

    fn rollup(&self, random: &mut Random, table: &TableId) -> FieldKind {
        let fields = self.blueprint.table(table).map(|table| table.fields.as_slice()).unwrap_or_default();
        let relations = fields.iter().filter_map(|field| match &field.kind {
            FieldKind::Relation { table, .. } => Some((field.id.clone(), table.clone())),
            _ => None,
        });
        let relations: Vec<_> = relations.collect();
        match random.pick(&relations) {
            Some((relation, related)) => {
                let field = Some(self.field_of(random, related)).filter(|_| random.one_in(2));
                FieldKind::Rollup { relation: relation.clone(), field, function: RollupFunction::Count }
            }
            None => FieldKind::Text,
        }
    }

    fn options(&self, random: &mut Random) -> Vec<SelectOption> {
        let option = |random: &mut Random| SelectOption {
            id: OptionId::new(random.id("opt")),
            name: random.of(&TEXTS).to_owned(),
            color: random.of(&[Color::Gray, Color::Teal]),
        };
        (0..random.below(4)).map(|_| option(random)).collect()
    }

    fn new_field(&self, random: &mut Random, table: &TableId) -> Field {
        Field {
            id: FieldId::new(random.id("fld")),
            name: self.text(random),
            description: String::new(),
            required: random.one_in(2),
            kind: self.kind(random, table),
            reason: None,
        }
    }

    fn new_table(&self, random: &mut Random) -> Table {
        let id = TableId::new(random.id("tbl"));
        let title = Field { kind: FieldKind::Title, ..self.new_field(random, &id) };
        let to_itself =
            FieldKind::Relation { table: id.clone(), cardinality: Cardinality::Many, inverse: None };
        let related = Field { kind: to_itself, ..self.new_field(random, &id) };
        let cells = Cells::from([(title.id.clone(), CellValue::from("A row"))]);
        let row = SampleRow { id: RowId::new(random.id("row")), cells };
        let view = self.new_view(random, &id);
        Table {
            name: random.of(&TEXTS).to_owned(),
            description: String::new(),
            icon: String::new(),
            fields: vec![title, related],
            views: vec![View { group: None, filter: None, kind: ViewKind::List, ..view }],
            sample_rows: vec![row],
            reason: None,
            id,
        }
    }

    fn filter(&self, random: &mut Random, table: &TableId) -> Option<Filter> {
        let condition = |random: &mut Random| {
            let field = self.field_of(random, table);
            let value = Some(self.value(random, &field));
            Condition { field, operator: random.of(&[Operator::Is, Operator::IsNot]), value }
        };
        let conditions = (0..random.below(3)).map(|_| condition(random)).collect();
        (!random.one_in(3)).then_some(Filter { conjunction: Conjunction::All, conditions })
    }

    fn new_view(&self, random: &mut Random, table: &TableId) -> View {
        View {
            id: ViewId::new(random.id("viw")),
            name: self.text(random),
            description: String::new(),
            kind: self.view_kind(random, table),
            filter: self.filter(random, table),
            sorts: Vec::new(),
            group: random.one_in(2).then(|| self.field_of(random, table)),
            visible_fields: Vec::new(),
            reason: None,
        }
    }

    fn view_kind(&self, random: &mut Random, table: &TableId) -> ViewKind {
        match random.below(4) {
            0 => ViewKind::Board { by: self.field_of(random, table) },
            1 => ViewKind::Timeline { start: self.field_of(random, table), end: None },
            2 => ViewKind::Gallery,
            _ => ViewKind::Grid,
        }
    }

    fn actions(&self, random: &mut Random, table: &TableId) -> Vec<Action> {
        let field = self.field_of(random, table);
        let other = self.table(random);
        let into = self.field_of(random, &other);
        let value = self.value(random, &field);
        let cells = Cells::from([(into, CellValue::from("Review"))]);
        let all = [
            Action::SetToday { field: field.clone() },
            Action::SetField { field, value },
            Action::CreateRow { table: other, cells },
            Action::Notify { person: None, message: self.text(random) },
        ];
        vec![random.of(&all)]
    }

    fn automation(&self, random: &mut Random) -> Automation {
        let table = self.table(random);
        Automation {
            id: AutomationId::new(random.id("aut")),
            name: self.text(random),
            description: String::new(),
            trigger: Trigger::FieldChanged { field: self.field_of(random, &table) },
            filter: self.filter(random, &table),
            actions: self.actions(random, &table),
            reason: None,
            table,
        }
    }

    fn chart(&self, random: &mut Random) -> Chart {
        let table = self.table(random);
        Chart {
            id: ChartId::new(random.id("cht")),
            name: self.text(random),
            kind: ChartKind::Bar,
            filter: self.filter(random, &table),
            x: Some(Grouping { field: self.field_of(random, &table), bucket: None }),
            y: None,
            measure: Measure { function: MeasureFunction::Count, field: None, of: None },
            reason: None,
            table,
        }
    }

    fn new_element(&self, random: &mut Random) -> (Element, ListId) {
        let table = self.table(random);
        match random.below(9) {
            0 => (Element::Table(self.new_table(random)), ListId::Tables),
            1 => {
                let field = self.field(random);
                let option = SelectOption {
                    id: OptionId::new(random.id("opt")),
                    name: random.of(&TEXTS).to_owned(),
                    color: Color::Red,
                };
                (Element::Option { field: field.clone(), option }, ListId::Options(field))
            }
            2 => {
                let view = self.new_view(random, &table);
                (Element::View { table: table.clone(), view }, ListId::Views(table))
            }
            3 => {
                let field = self.field_of(random, &table);
                let value = self.value(random, &field);
                let row =
                    SampleRow { id: RowId::new(random.id("row")), cells: Cells::from([(field, value)]) };
                (Element::Row { table: table.clone(), row }, ListId::Rows(table))
            }
            4 => (Element::Automation(self.automation(random)), ListId::Automations),
            5 => {
                let chart = self.chart(random);
                let dashboard = Dashboard {
                    id: DashboardId::new(random.id("dsh")),
                    name: self.text(random),
                    description: String::new(),
                    charts: vec![chart],
                    reason: None,
                };
                (Element::Dashboard(dashboard), ListId::Dashboards)
            }
            6 => match random.pick(&self.blueprint.dashboards) {
                Some(found) => {
                    let dashboard = found.id.clone();
                    let chart = self.chart(random);
                    (Element::Chart { dashboard: dashboard.clone(), chart }, ListId::Charts(dashboard))
                }
                None => (Element::Automation(self.automation(random)), ListId::Automations),
            },
            _ => {
                let field = self.new_field(random, &table);
                let rows = self.blueprint.table(&table).map(|it| it.sample_rows.clone()).unwrap_or_default();
                let cells = rows.into_iter().take(random.below(3)).map(|row| (row.id, "some text".into()));
                let cells = cells.collect();
                (Element::Field { table: table.clone(), field, cells }, ListId::Fields(table))
            }
        }
    }

    fn add(&self, random: &mut Random) -> Operation {
        let (mut element, list) = self.new_element(random);
        if random.one_in(20)
            && let Element::View { view, .. } = &mut element
        {
            let taken = self.element(random);
            view.id = taken.as_str().into();
        }
        let count = list.places(self.blueprint).len();
        let position = match random.below(3) {
            0 => None,
            _ => position_at(self.blueprint, &list, None, random.below(count + 1)),
        };
        Operation::Add { element: Box::new(element), position, positions: Positions::new() }
    }

    fn shift(&self, random: &mut Random) -> Operation {
        let element = self.element(random);
        let position = ListId::of(self.blueprint, &element).and_then(|list| {
            let count = list.places(self.blueprint).len();
            position_at(self.blueprint, &list, Some(&element), random.below(count + 1))
        });
        let far = match random.below(30) {
            0 => 2_000_000_000_000,
            // The last position that there is, and the first.
            1 => 1_000_000_000_000,
            2 => -1_000_000_000_000,
            _ => random.below(6) as i64 - 1,
        };
        let position = position.filter(|_| !random.one_in(8)).unwrap_or_else(|| Position::whole(far));
        Operation::Move { element, position }
    }

    fn change_kinds(&self, random: &mut Random) -> Operation {
        let table = self.table(random);
        let field = self.field_of(random, &table);
        let kinds = match random.below(4) {
            0 => self.pair(random, &table),
            1 => self.swap_title(random, &table),
            2 => {
                let now = self.blueprint.field(&field).map(|(_, field)| field.kind.clone());
                let options = now.as_ref().map(|kind| kind.options().to_vec()).unwrap_or_default();
                vec![(field.clone(), FieldKind::MultiSelect { options })]
            }
            _ => vec![(field.clone(), self.kind(random, &table))],
        };
        let mut cells = CellChanges::new();
        if let Some((_, row)) = self.row(random).filter(|_| random.one_in(3)) {
            cells.entry(row).or_default().insert(field, Some("stated".into()));
        }
        Operation::ChangeKinds { fields: kinds.into_iter().collect(), cells, positions: Positions::new() }
    }

    fn pair(&self, random: &mut Random, table: &TableId) -> Vec<(FieldId, FieldKind)> {
        let other = self.table(random);
        let (here, there) = (self.field_of(random, table), self.field_of(random, &other));
        let relation = |table: &TableId, inverse: &FieldId| FieldKind::Relation {
            table: table.clone(),
            cardinality: Cardinality::Many,
            inverse: Some(inverse.clone()),
        };
        vec![(here.clone(), relation(&other, &there)), (there, relation(table, &here))]
    }

    fn swap_title(&self, random: &mut Random, table: &TableId) -> Vec<(FieldId, FieldKind)> {
        let title = self.blueprint.table(table).and_then(Table::title).map(|field| field.id.clone());
        let field = self.field_of(random, table);
        match title {
            Some(title) if title != field => vec![(title, FieldKind::Text), (field, FieldKind::Title)],
            _ => vec![(field, FieldKind::Title)],
        }
    }

    fn set_cell(&self, random: &mut Random) -> Operation {
        let (table, row) = self.row(random).unwrap_or_else(|| ("tbl_x".into(), "row_nowhere".into()));
        let field = self.field_of(random, &table);
        let value = (!random.one_in(4)).then(|| self.value(random, &field));
        Operation::SetCell { row, field, value }
    }

    fn edit(&self, random: &mut Random) -> Operation {
        let text = self.text(random);
        let table = self.table(random);
        match random.below(9) {
            0 => Operation::EditBlueprint {
                set: random.of(&[
                    BlueprintProperty::Name(text),
                    BlueprintProperty::Language(Language::De),
                    BlueprintProperty::Reason(None),
                ]),
            },
            1 => Operation::EditTable {
                table,
                set: random.of(&[TableProperty::Name(text.clone()), TableProperty::Icon(text)]),
            },
            2 | 3 => Operation::EditField {
                field: self.field(random),
                set: random.of(&[
                    FieldProperty::Name(text.clone()),
                    FieldProperty::Description(text),
                    FieldProperty::Required(true),
                ]),
            },
            4 => match self.element(random) {
                ElementId::Option(option) => {
                    Operation::EditOption { option, set: OptionProperty::Name(text) }
                }
                other => Operation::remove(other),
            },
            5 | 6 => self.edit_view(random, text),
            7 => match random.pick(&self.blueprint.automations) {
                Some(found) => {
                    let set = [
                        AutomationProperty::Name(text),
                        AutomationProperty::Filter(self.filter(random, &found.table)),
                        AutomationProperty::Actions(self.actions(random, &found.table)),
                    ];
                    Operation::EditAutomation { automation: found.id.clone(), set: random.of(&set) }
                }
                None => self.set_cell(random),
            },
            _ => match random.pick(&self.blueprint.dashboards).and_then(|it| random.pick(&it.charts)) {
                Some(found) => {
                    let grouping = Grouping { field: self.field_of(random, &found.table), bucket: None };
                    let set = [ChartProperty::Name(text), ChartProperty::X(Some(grouping))];
                    Operation::EditChart { chart: found.id.clone(), set: random.of(&set) }
                }
                None => self.set_cell(random),
            },
        }
    }

    fn edit_view(&self, random: &mut Random, text: String) -> Operation {
        let table = random.pick(&self.blueprint.tables);
        let Some((table, view)) = table.and_then(|table| Some((table, random.pick(&table.views)?))) else {
            return self.set_cell(random);
        };
        let set = [
            ViewProperty::Name(text),
            ViewProperty::Kind(self.view_kind(random, &table.id)),
            ViewProperty::Filter(self.filter(random, &table.id)),
            ViewProperty::Group(Some(self.field_of(random, &table.id))),
            ViewProperty::VisibleFields(vec![self.field_of(random, &table.id)]),
        ];
        Operation::EditView { view: view.id.clone(), set: random.of(&set) }
    }
}
