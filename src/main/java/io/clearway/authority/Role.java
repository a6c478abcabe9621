package io.clearway.authority;

import io.clearway.site.Agency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// What an actor is at the gate, and with it what the actor may do.
public enum Role {
  /// A trader or its agent (doanh nghiệp xuất nhập khẩu, 进出口企业).
  TRADER,
  /// Border guard (bộ đội biên phòng, 边防人员): one of the two keys.
  BORDER_GUARD,
  /// Customs (hải quan, 海关): the other key.
  CUSTOMS,
  /// Yard operator (doanh nghiệp bến bãi, 货场运营企业).
  YARD,
  /// A device at a gate lane.
  GATE_DEVICE,
  /// Reads and does nothing else.
  READER,
  /// The operator of this installation: enrols actors, adopts site files, erases.
  OPERATOR,
  /// Medical quarantine (kiểm dịch y tế, 卫生检疫).
  MEDICAL_QUARANTINE,
  /// Plant quarantine (kiểm dịch thực vật, 植物检疫).
  PLANT_QUARANTINE,
  /// Animal quarantine (kiểm dịch động vật, 动物检疫).
  ANIMAL_QUARANTINE,
  /// Transport management station (trạm quản lý vận tải, 运输管理站).
  TRANSPORT_STATION,
  /// Management board of the border gate zone (Ban Quản lý Khu kinh tế cửa khẩu).
  MANAGEMENT_BOARD,
  /// Traffic police on the road to the gates (cảnh sát giao thông, 交警).
  TRAFFIC_POLICE,
  /// The system itself: timers, policies, and who holds its data folder (the first operator is
  /// enrolled so). Nobody can be enrolled as it.
  SYSTEM;

  /// Whether this role may do that. What is not said here is denied.
  public boolean may(Operation operation) {
    return Granted.BY_ROLE.getOrDefault(this, Granted.NOTHING).contains(operation);
  }

  /// Made once: what is asked with every command allocates nothing.
  private static final class Granted {
    private static final EnumSet<Operation> NOTHING = EnumSet.noneOf(Operation.class);
    private static final EnumMap<Role, EnumSet<Operation>> BY_ROLE = new EnumMap<>(Role.class);

    static {
      for (Role role : Role.values()) {
        BY_ROLE.put(role, EnumSet.copyOf(granted(role)));
      }
    }
  }

  /// Whether acting as it takes two people to grant: an officer's role or an operator's.
  public boolean privileged() {
    return this == OPERATOR || agency().isPresent();
  }

  private static List<Operation> ofTraders() {
    return List.of(
        Operation.REGISTER,
        Operation.READ_OWN,
        Operation.PAY_FEES,
        Operation.ACKNOWLEDGE_NOTICE,
        Operation.REQUEST_STEP,
        Operation.ASK_TRACTOR);
  }

  private static List<Operation> ofBoard() {
    return List.of(
        Operation.READ_ALL,
        Operation.WORK_ON_LOAD,
        Operation.PAY_FEES,
        Operation.COLLECT_FEES,
        Operation.MANAGE_DRIVERS,
        Operation.TURN_VEHICLE,
        Operation.REPORT_OTHER_SIDE,
        Operation.CALL_ROLL);
  }

  private static List<Operation> ofBorderGuard() {
    return List.of(
        Operation.CONFIRM_ENTRY_AS_BORDER_GUARD,
        Operation.READ_ALL,
        Operation.WORK_ON_LOAD,
        Operation.TURN_VEHICLE,
        Operation.REPORT_OTHER_SIDE,
        Operation.CALL_ROLL);
  }

  private static List<Operation> ofCustoms() {
    return List.of(
        Operation.CONFIRM_ENTRY_AS_CUSTOMS,
        Operation.READ_ALL,
        Operation.WORK_ON_LOAD,
        Operation.SET_CHANNEL,
        Operation.REPORT_OTHER_SIDE,
        Operation.TURN_VEHICLE);
  }

  private static List<Operation> granted(Role role) {
    return switch (role) {
      case TRADER -> ofTraders();
      case BORDER_GUARD -> ofBorderGuard();
      case CUSTOMS -> ofCustoms();
      case MEDICAL_QUARANTINE, PLANT_QUARANTINE, ANIMAL_QUARANTINE, TRANSPORT_STATION ->
          List.of(Operation.READ_ALL, Operation.WORK_ON_LOAD);
      case MANAGEMENT_BOARD -> ofBoard();
      case TRAFFIC_POLICE ->
          List.of(
              Operation.READ_ALL,
              Operation.WORK_ON_LOAD,
              Operation.DIRECT_TRAFFIC,
              Operation.CALL_ROLL);
      case YARD -> List.of(Operation.REPORT_YARD, Operation.READ_ALL, Operation.ASK_TRACTOR);
      case GATE_DEVICE -> List.of(Operation.REPORT_GATE, Operation.CONFIRM_BY_RULE);
      case READER -> List.of(Operation.READ_ALL);
      case OPERATOR -> List.of(Operation.ADMINISTER, Operation.READ_ALL);
      case SYSTEM -> List.of(Operation.RUN, Operation.ADMINISTER);
    };
  }

  /// Whose officer it is.
  public Optional<Agency> agency() {
    return switch (this) {
      case BORDER_GUARD -> Optional.of(Agency.BORDER_GUARD);
      case CUSTOMS -> Optional.of(Agency.CUSTOMS);
      case MEDICAL_QUARANTINE -> Optional.of(Agency.MEDICAL_QUARANTINE);
      case PLANT_QUARANTINE -> Optional.of(Agency.PLANT_QUARANTINE);
      case ANIMAL_QUARANTINE -> Optional.of(Agency.ANIMAL_QUARANTINE);
      case TRANSPORT_STATION -> Optional.of(Agency.TRANSPORT_STATION);
      case MANAGEMENT_BOARD -> Optional.of(Agency.MANAGEMENT_BOARD);
      case TRAFFIC_POLICE -> Optional.of(Agency.TRAFFIC_POLICE);
      case TRADER, YARD, GATE_DEVICE, READER, OPERATOR, SYSTEM -> Optional.empty();
    };
  }
}
